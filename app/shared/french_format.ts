import { assertCents, type Cents } from '#app/shared/cents'
import { isDay, type Day } from '#app/shared/day'

const THOUSANDS_SPACE = '\u202f'
const NO_BREAK_SPACE = '\u00a0'

/** French months in lower case, January first. */
export const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const

const fractional = new Intl.NumberFormat('fr-FR')

/** "1 234,56 €" as Intl writes it in fr-FR, by hand: a list of lines formats thousands of amounts. */
export function formatAmount(cents: Cents): string {
  const size = Math.abs(assertCents(cents))
  const rest = size % 100
  const euros = grouped((size - rest) / 100)
  return `${cents < 0 ? '-' : ''}${euros},${rest < 10 ? '0' : ''}${rest}${NO_BREAK_SPACE}€`
}

/** "1 234 567" or "1 234,5", at most three decimals; throws a RangeError on what is not finite. */
export function formatNumber(n: number): string {
  if (!Number.isFinite(n)) throw new RangeError(`Not a number to show: ${n}`)
  if (!Number.isSafeInteger(n)) return fractional.format(n)
  return n < 0 ? `-${grouped(-n)}` : grouped(n)
}

/** "22/11/2026"; throws a RangeError on what is not a day. */
export function formatDay(day: Day): string {
  const [year, month, date] = dayParts(day)
  return `${date}/${month}/${year}`
}

/** "1er novembre 2026", "22 novembre 2026"; throws a RangeError on what is not a day. */
export function formatLongDay(day: Day): string {
  const [year, month, date] = dayParts(day)
  return `${date === '01' ? '1er' : Number(date)} ${MONTHS[Number(month) - 1]} ${Number(year)}`
}

/** "732 829 320 00074"; a text of another length comes back as it is. */
export function formatSiret(siret: string): string {
  if (siret.length !== 14) return siret
  return `${formatSiren(siret.slice(0, 9))} ${siret.slice(9)}`
}

/** "732 829 320"; a text of another length comes back as it is. */
export function formatSiren(siren: string): string {
  if (siren.length !== 9) return siren
  return [siren.slice(0, 3), siren.slice(3, 6), siren.slice(6)].join(' ')
}

/** The IBAN in capitals and groups of four, whatever spaces it came with. */
export function formatIban(iban: string): string {
  const groups =
    iban
      .replace(/\s/g, '')
      .toUpperCase()
      .match(/.{1,4}/g) ?? []
  return groups.join(' ')
}

/** "FR•• •••• •••• 1234": what may be shown of an account without revealing it. */
export function maskIban(country: string, last4: string): string {
  return [`${country}••`, '••••', '••••', last4].join(' ')
}

/**
 * "1 saisine", "3 saisines": the count and its noun. French keeps the singular under two, zero
 * included. The plural defaults to an added s, or to the same word when it ends in s, x or z.
 */
export function plural(n: number, singular: string, several?: string): string {
  const word = Math.abs(n) < 2 ? singular : (several ?? defaultPlural(singular))
  return `${formatNumber(n)} ${word}`
}

function defaultPlural(singular: string): string {
  return /[sxz]$/.test(singular) ? singular : `${singular}s`
}

function dayParts(day: Day): [year: string, month: string, date: string] {
  if (!isDay(day)) throw new RangeError(`Not a day: ${day}`)
  return [day.slice(0, 4), day.slice(5, 7), day.slice(8, 10)]
}

function grouped(n: number): string {
  const digits = String(n)
  if (digits.length <= 3) return digits
  const head = digits.length % 3 || 3
  let text = digits.slice(0, head)
  for (let i = head; i < digits.length; i += 3) text += THOUSANDS_SPACE + digits.slice(i, i + 3)
  return text
}
