import type { StateLabel } from '#app/shared/screens/list'
import type { ConventionTerms, FeeTerms } from '#app/conventions/convention_terms'
import { formatAmount } from '#app/shared/french_format'

/** Words of the codes of a convention, as a person says them. */
export const CONVENTION_STATES: Readonly<Record<string, StateLabel>> = {
  draft: { label: 'projet', tone: 'waiting' },
  active: { label: 'en vigueur', tone: 'good' },
  expired: { label: 'échue', tone: 'calm' },
  settled: { label: 'soldée', tone: 'calm' },
}

export const UNITS: Readonly<Record<FeeTerms['unit'], string>> = {
  per_saisine: 'par saisine',
  per_act: 'par acte',
}

export const OUTCOME_WORDS: Readonly<Record<string, string>> = {
  prise_en_charge: 'prise en charge',
  injoignable: 'injoignable',
  refus: 'refus',
  reorientee: 'réorientée',
}

export const BENEFICIARY_WORDS: Readonly<Record<string, string>> = {
  elu: 'élus',
  proche: 'proches',
  salarie: 'salariés',
}

const CHANNEL_WORDS: Readonly<Record<string, string>> = {
  plateforme: 'la plateforme téléphonique',
  direct: 'un contact direct',
  employeur: 'l’employeur',
}

const TREATMENTS: Readonly<Record<string, string>> = {
  aide: 'aide versée',
  prestation: 'prestation achetée',
  transit: 'somme en transit',
}

export function treatmentWords(code: string): string {
  return TREATMENTS[code] ?? 'autre traitement'
}

const OVERRUN_WORDS: Readonly<Record<string, string>> = {
  refuse: 'la campagne s’arrête',
  wait: 'les règlements qui ne tiennent plus attendent la campagne suivante',
  prorata: 'ce qui reste se partage au prorata, et une campagne suivante reprend ce qui manque',
}

/** A code without words here is one that the network added: it is shown as the network writes it. */
export function wordsOf(codes: readonly string[], words: Readonly<Record<string, string>>): string {
  return codes.map((code) => words[code] ?? code.replaceAll('_', ' ')).join(', ')
}

export interface Rules extends Pick<
  ConventionTerms,
  'priceDate' | 'deadline' | 'payableChannels' | 'coveredBeneficiaries' | 'duplicatePolicy'
> {
  overrunPolicy: string
  ceilingCents: number | null
}

/** The rules of a convention, each a name and a sentence. */
export function rulesInWords(rules: Rules): [name: string, sentence: string][] {
  const { deadline } = rules
  return [
    ['Personnes couvertes', wordsOf(rules.coveredBeneficiaries, BENEFICIARY_WORDS)],
    ['Saisines payées', `celles qui viennent par ${wordsOf(rules.payableChannels, CHANNEL_WORDS)}`],
    [
      'Date du prix',
      rules.priceDate === 'saisine'
        ? 'le barème du jour de la saisine'
        : 'le barème du jour du premier contact',
    ],
    ['Délai de la fiche', deadline === null ? 'aucun délai' : deadlineWords(deadline)],
    [
      'Plusieurs fiches',
      rules.duplicatePolicy === 'first_received'
        ? 'la première reçue est retenue'
        : 'la dernière reçue est retenue',
    ],
    ['Enveloppe dépassée', OVERRUN_WORDS[rules.overrunPolicy] ?? 'une autre règle'],
    [
      'Plafond par saisine',
      rules.ceilingCents === null ? 'aucun' : formatAmount(rules.ceilingCents),
    ],
  ]
}

function deadlineWords({ from, days, effect }: NonNullable<ConventionTerms['deadline']>): string {
  const start = from === 'saisine' ? 'après la saisine' : 'après la fin de son trimestre'
  const then = effect === 'forclusion' ? 'ensuite, elle n’est plus payée' : 'ensuite, une alerte'
  return `${days} jours ${start}\u00a0; ${then}`
}
