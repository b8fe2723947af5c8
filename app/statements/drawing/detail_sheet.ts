import { formatAmount } from '#app/shared/french_format'
import type {
  RejectedForm,
  RunStatementDetail,
  StatementCorrection,
  StatementData,
  StatementLine,
  StatementShare,
} from '#app/statements/content/statement_data'
import { UNIT_LABELS } from '#app/statements/drawing/statement_wording'
import { euros, sheetDate, type SheetColumn } from '#app/statements/drawing/workbook_sheet'
import type { CellValue } from '#app/statements/drawing/workbook_worksheet'

export const LINE_NATURES = {
  line: 'Prestation',
  correction: 'Régularisation',
  carried: 'Report',
  arrears: 'Abattement repris',
  abatement: 'Abattement',
} as const

export const DETAIL_COLUMNS: SheetColumn[] = [
  { header: 'Nature', width: 15, kind: 'text' },
  { header: 'N°', width: 6, kind: 'count' },
  { header: 'Référence', width: 20, kind: 'text' },
  { header: 'Code prestation', width: 26, kind: 'text' },
  { header: 'Prestation', width: 30, kind: 'text' },
  { header: 'Unité', width: 12, kind: 'text' },
  { header: 'Saisine', width: 12, kind: 'date' },
  { header: 'Premier contact', width: 12, kind: 'date' },
  { header: 'Dernier acte', width: 12, kind: 'date' },
  { header: 'Quantité demandée', width: 11, kind: 'count' },
  { header: 'Quantité retenue', width: 11, kind: 'count' },
  { header: 'Prix unitaire', width: 14, kind: 'amount' },
  { header: 'Réduction', width: 14, kind: 'amount' },
  { header: 'Montant', width: 16, kind: 'amount' },
  { header: 'Observation', width: 50, kind: 'text' },
]

export const REJECTED_COLUMNS: SheetColumn[] = [
  { header: 'Référence', width: 20, kind: 'text' },
  { header: 'Reçue le', width: 12, kind: 'date' },
  { header: 'Code', width: 26, kind: 'text' },
  { header: 'Motif', width: 60, kind: 'text' },
  { header: 'Que faire', width: 60, kind: 'text' },
]

/** Columns that other sheets' formulas refer to. */
export const NATURE = 'A'
export const SERVICE_CODE = 'D'
export const AMOUNT = 'N'
export const AMOUNT_AT = DETAIL_COLUMNS.findIndex(({ header }) => header === 'Montant')

/** Every amount of a statement, one row each: their sum is the statement's total. */
export function* detailRows(
  detail: Pick<RunStatementDetail, 'lines' | 'corrections' | 'carriedForward' | 'shares'>
): Generator<CellValue[]> {
  let number = 0
  for (const line of detail.lines) yield lineRow(line, ++number)
  for (const correction of detail.corrections) yield correctionRow(correction)
  if (detail.carriedForward) yield carriedRow(detail.carriedForward)
  for (const share of detail.shares ?? []) yield shareRow(share)
}

/** How many rows they make. */
export function detailCount({
  lines,
  corrections,
  carriedForward,
  shares = [],
}: StatementData): number {
  return lines.length + corrections.length + (carriedForward ? 1 : 0) + shares.length
}

export function rejectedRow(form: RejectedForm): CellValue[] {
  return [form.reference, sheetDate(form.receivedOn), form.code, form.message, form.remedy]
}

function lineRow(line: StatementLine, number: number): CellValue[] {
  return [
    LINE_NATURES.line,
    number,
    line.reference,
    line.serviceCode,
    line.serviceLabel,
    UNIT_LABELS[line.unit],
    sheetDate(line.saisineOn),
    sheetDate(line.firstContactOn),
    sheetDate(line.lastActOn),
    line.quantityAsked,
    line.quantityRetained,
    euros(line.unitAmount),
    euros(line.reduction),
    euros(line.amount),
    line.note,
  ]
}

function correctionRow(correction: StatementCorrection): CellValue[] {
  const { correctsStatement, correctsLine, due, alreadyPaid, amount } = correction
  const row = emptyRow(LINE_NATURES.correction)
  row[2] = correction.reference
  row[4] = correction.serviceLabel
  row[AMOUNT_AT] = euros(amount)
  row[AMOUNT_AT + 1] =
    `Relevé ${correctsStatement}, ligne ${correctsLine} : dû ${formatAmount(due)}, ` +
    `déjà payé ${formatAmount(alreadyPaid)}. ${correction.reason}`
  return row
}

function carriedRow(carried: NonNullable<StatementData['carriedForward']>): CellValue[] {
  const row = emptyRow(LINE_NATURES.carried)
  row[AMOUNT_AT] = euros(carried.amount)
  row[AMOUNT_AT + 1] = `Report du relevé ${carried.fromStatement}`
  return row
}

function shareRow({ kind, label, reason, amount }: StatementShare): CellValue[] {
  const row = emptyRow(LINE_NATURES[kind])
  row[AMOUNT_AT] = euros(amount)
  row[AMOUNT_AT + 1] = `${label}. ${reason}`
  return row
}

/** A row of Détail with nothing but its first cell. */
export function emptyRow(first: string): CellValue[] {
  return DETAIL_COLUMNS.map((_, i) => (i === 0 ? first : null))
}
