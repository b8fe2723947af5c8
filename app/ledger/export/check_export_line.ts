import { EXPORT_COLUMNS } from '#app/ledger/export/export_columns'
import { isDay } from '#app/shared/day'

/** A rule that a line breaks. */
export interface LineProblem {
  code: string
  /** In French. */
  message: string
}

type Column = (typeof EXPORT_COLUMNS)[number]
export type ExportedLine = Record<Column, string>

const REQUIRED: readonly Column[] = [
  'JournalCode',
  'JournalLib',
  'EcritureNum',
  'EcritureDate',
  'CompteNum',
  'CompteLib',
  'PieceRef',
  'PieceDate',
  'EcritureLib',
]
const DATES: readonly Column[] = ['EcritureDate', 'PieceDate', 'DateLet', 'ValidDate']
const AMOUNTS: readonly Column[] = ['Debit', 'Credit']

/** The 18 fields by name, or null when there are more or fewer. */
export function exportedLine(cells: readonly string[]): ExportedLine | null {
  if (cells.length !== EXPORT_COLUMNS.length) return null
  return Object.fromEntries(EXPORT_COLUMNS.map((name, i) => [name, cells[i]!])) as ExportedLine
}

/** What the administration's checker would say of one line alone. */
export function checkExportLine(line: ExportedLine): LineProblem[] {
  return [
    ...REQUIRED.filter((column) => line[column].trim() === '').map((column) =>
      problem('OBLIGATOIRE', `${column} est vide.`)
    ),
    ...DATES.flatMap((column) => dateProblem(column, line[column])),
    ...AMOUNTS.flatMap((column) => amountProblem(column, line[column])),
    ...sideProblem(line),
    ...accountProblem(line.CompteNum),
    ...auxiliaryProblem(line),
    ...letterProblem(line),
  ]
}

/** Cents of an amount "1234,56"; null for any other writing. */
export function exportedCents(text: string): number | null {
  const parts = /^(\d+),(\d\d)$/.exec(text)
  return parts ? Number(parts[1]) * 100 + Number(parts[2]) : null
}

function problem(code: string, message: string): LineProblem {
  return { code, message }
}

function dateProblem(column: Column, text: string): LineProblem[] {
  if (text === '') return []
  const exists =
    /^\d{8}$/.test(text) && isDay(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`)
  return exists
    ? []
    : [problem('DATE', `${column}\u00a0: «\u00a0${text}\u00a0» n’est pas un jour AAAAMMJJ.`)]
}

function amountProblem(column: Column, text: string): LineProblem[] {
  if (exportedCents(text) !== null) return []
  const cause = text.includes('.')
    ? 'a un point au lieu de la virgule'
    : /[\s\u00a0]/.test(text)
      ? 'a un espace entre les milliers'
      : 'n’est pas un montant à deux décimales'
  return [problem('MONTANT', `${column}\u00a0: «\u00a0${text}\u00a0» ${cause}.`)]
}

function sideProblem({ Debit, Credit }: ExportedLine): LineProblem[] {
  const debit = exportedCents(Debit)
  const credit = exportedCents(Credit)
  if (debit === null || credit === null || (debit === 0) !== (credit === 0)) return []
  const sides = debit === 0 ? 'ni au débit ni au crédit' : 'au débit et au crédit'
  return [
    problem('SENS', `La ligne n’est pas soit au débit, soit au crédit\u00a0: elle est ${sides}.`),
  ]
}

function accountProblem(account: string): LineProblem[] {
  if (account === '' || /^\d{3}/.test(account)) return []
  return [
    problem(
      'COMPTE',
      `CompteNum\u00a0: «\u00a0${account}\u00a0» ne commence pas par trois chiffres.`
    ),
  ]
}

function auxiliaryProblem({ CompAuxNum, CompAuxLib }: ExportedLine): LineProblem[] {
  if ((CompAuxNum === '') === (CompAuxLib === '')) return []
  return [problem('AUXILIAIRE', 'CompAuxNum et CompAuxLib vont ensemble.')]
}

function letterProblem({ EcritureLet, DateLet }: ExportedLine): LineProblem[] {
  if ((EcritureLet === '') === (DateLet === '')) return []
  return [problem('LETTRAGE', 'EcritureLet et DateLet vont ensemble.')]
}
