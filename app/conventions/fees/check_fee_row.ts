import type { NewFee } from '#app/conventions/fees/new_fee_schedule'
import { OUTCOMES, readOutcome } from '#app/conventions/outcomes'
import { addDays, type Day } from '#app/shared/day'
import {
  normaliseKey,
  parseAmountCents,
  parseFrenchDay,
  parseQuantity,
} from '#app/shared/french_parse'
import { overlap, type Period } from '#app/shared/period'

/** Canonical columns of a `baremes` file. `valide_au` is the last day, included; empty: no end. */
export const FEE_COLUMNS = [
  'convention',
  'prestation',
  'libelle',
  'unite',
  'valide_du',
  'valide_au',
  'montant',
  'plafond',
  'issues',
] as const

export type FeeColumn = (typeof FEE_COLUMNS)[number]

/** One price of a barème, for a convention and a period. */
export interface FeeRow {
  conventionId: number
  validity: Period
  fee: NewFee
}

export interface KnownFees {
  /** Code of each convention → its id. */
  conventions: ReadonlyMap<string, number>
  /** The accepted rows above this one. */
  inFile: FeeRow[]
}

export interface FeeProblem {
  column: FeeColumn
  value: string
  message: string
  remedy: string
}

const LARGEST_AMOUNT = 100_000_000

const UNITS: ReadonlyMap<string, NewFee['unit']> = new Map([
  ['per_saisine', 'per_saisine'],
  ['saisine', 'per_saisine'],
  ['par_saisine', 'per_saisine'],
  ['forfait', 'per_saisine'],
  ['per_act', 'per_act'],
  ['acte', 'per_act'],
  ['par_acte', 'per_act'],
  ['entretien', 'per_act'],
  ['par_entretien', 'per_act'],
])

/** Reads one row of the file: a price to publish, or every cell to mend. A missing cell is empty. */
export function checkFeeRow(
  cells: Readonly<Partial<Record<FeeColumn, string>>>,
  known: KnownFees
): FeeRow | { problems: FeeProblem[] } {
  const problems: FeeProblem[] = []
  const read = (column: FeeColumn) => (cells[column] ?? '').trim()
  const blame = (column: FeeColumn, message: string, remedy: string) =>
    void problems.push({ column, value: read(column), message, remedy })

  const conventionId = known.conventions.get(read('convention').toUpperCase())
  if (conventionId === undefined) {
    blame(
      'convention',
      'Cette convention est inconnue.',
      `Écrivez ${list(known.conventions.keys())}.`
    )
  }
  const serviceCode = normaliseKey(read('prestation'))
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(serviceCode)) {
    blame(
      'prestation',
      'Ce code de prestation n’en est pas un.',
      'Écrivez un code court, entretien_juridique par exemple.'
    )
  }
  const label = read('libelle')
  if (label === '') blame('libelle', 'Le libellé manque.', 'Écrivez ce que lira l’association.')
  const unit = UNITS.get(normaliseKey(read('unite')))
  if (unit === undefined)
    blame(
      'unite',
      'Cette unité est inconnue.',
      'Écrivez «\u00a0par saisine\u00a0» ou «\u00a0par acte\u00a0».'
    )
  const validity = readPeriod(read('valide_du'), read('valide_au'), blame)
  const amount = parseAmountCents(read('montant'))
  if (amount === null || amount < 0 || amount > LARGEST_AMOUNT) {
    blame('montant', 'Ce montant n’en est pas un.', 'Écrivez des euros\u00a0: 45 ou 45,50.')
  }
  const cap = read('plafond') === '' ? null : parseQuantity(read('plafond'))
  if (cap === 0 || (cap === null && read('plafond') !== '')) {
    blame(
      'plafond',
      'Ce plafond n’est pas un nombre d’actes.',
      'Écrivez un entier, ou laissez vide s’il n’y en a pas.'
    )
  }
  const outcomes = read('issues').split(/[,;/]/).map(readOutcome)
  if (outcomes.includes(null)) {
    blame(
      'issues',
      'Une de ces issues est inconnue.',
      `Écrivez, séparées par des virgules\u00a0: ${list(OUTCOMES)}.`
    )
  }
  if (problems.length > 0) return { problems }

  const row: FeeRow = {
    conventionId: conventionId!,
    validity: validity!,
    fee: {
      serviceCode,
      label,
      unit: unit!,
      amount: amount!,
      cap,
      outcomes: [...new Set(outcomes as string[])],
      beneficiaries: null,
    },
  }
  blameClash(row, known.inFile, blame)
  return problems.length > 0 ? { problems } : row
}

type Blame = (column: FeeColumn, message: string, remedy: string) => void

function readPeriod(first: string, last: string, blame: Blame): Period | null {
  const from = parseFrenchDay(first)
  const lastDay: Day | null = last === '' ? null : parseFrenchDay(last)
  const remedy = 'Écrivez une date comme 01/07/2026.'
  if (from === null) blame('valide_du', 'Cette date n’en est pas une.', remedy)
  if (lastDay === null && last !== '') blame('valide_au', 'Cette date n’en est pas une.', remedy)
  if (from !== null && lastDay !== null && lastDay < from) {
    blame('valide_au', 'Le barème finit avant de commencer.', 'Donnez son dernier jour, inclus.')
  }
  return from === null ? null : { from, to: lastDay === null ? null : addDays(lastDay, 1) }
}

/** Lines of one period make one barème: two barèmes of one file may not claim the same day. */
function blameClash(row: FeeRow, above: readonly FeeRow[], blame: Blame): void {
  const rivals = above.filter(
    (other) => other.conventionId === row.conventionId && overlap(other.validity, row.validity)
  )
  const { from, to } = row.validity
  if (rivals.some(({ validity }) => validity.from !== from || validity.to !== to)) {
    blame(
      'valide_du',
      'Cette période en chevauche une autre du fichier, pour la même convention.',
      'Donnez à toutes les lignes d’un barème les mêmes dates.'
    )
  } else if (rivals.some(({ fee }) => fee.serviceCode === row.fee.serviceCode)) {
    blame(
      'prestation',
      'Cette prestation est déjà sur une ligne plus haut.',
      'Gardez une ligne par prestation et par période.'
    )
  }
}

function list(words: Iterable<string>): string {
  return [...words].join(', ')
}
