import { addDays, isDay, type Day } from '#app/shared/day'
import { formatAmount, formatDay } from '#app/shared/french_format'

/** What an amendment changes, in sentences; a change of a kind we have no words for is named as such. */
export function amendmentWords(changes: Readonly<Record<string, unknown>>): string[] {
  // JSON keeps no order: what the amendment is about comes first.
  const entries = Object.entries(changes).toSorted(
    ([a], [b]) => Number(b === 'subject') - Number(a === 'subject')
  )
  return entries.map(
    ([key, value]) =>
      (Object.hasOwn(WORDS, key) ? WORDS[key]!(value) : null) ?? 'Une autre clause change.'
  )
}

const WORDS: Readonly<Record<string, (value: unknown) => string | null>> = {
  subject: (value) => (typeof value === 'string' ? value : null),
  title: () => 'L’objet de la convention change.',
  endsOn: (value) =>
    value === null
      ? 'La convention n’a plus de fin.'
      : isDayText(value)
        ? `La convention va jusqu’au ${formatDay(addDays(value, -1))}.`
        : null,
  ceilingCents: (value) =>
    typeof value === 'number'
      ? `Le plafond par saisine devient ${formatAmount(value)}.`
      : 'Il n’y a plus de plafond par saisine.',
  deadline: (value) =>
    isObject(value) && typeof value.days === 'number'
      ? `La fiche retour est attendue dans les ${value.days} jours.`
      : 'Le délai de la fiche retour change.',
  envelopes: (value) =>
    (Array.isArray(value) ? value : []).map(envelopeWords).join(' ') || 'L’enveloppe change.',
  payableChannels: () => 'Les voies de saisine payées changent.',
  coveredBeneficiaries: () => 'Les personnes couvertes changent.',
  overrunPolicy: () => 'La règle de l’enveloppe dépassée change.',
}

function envelopeWords(envelope: unknown): string {
  if (!isObject(envelope)) return ''
  const { from, to, amountCents } = envelope
  if (!isDayText(from) || !isDayText(to) || typeof amountCents !== 'number') return ''
  return `L’enveloppe du ${formatDay(from)} au ${formatDay(addDays(to, -1))} devient ${formatAmount(amountCents)}.`
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isDayText(value: unknown): value is Day {
  return typeof value === 'string' && isDay(value)
}
