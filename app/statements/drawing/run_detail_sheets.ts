import { sumCents } from '#app/shared/cents'
import {
  AMOUNT_AT,
  DETAIL_COLUMNS,
  detailRows,
  emptyRow,
  REJECTED_COLUMNS,
  rejectedRow,
} from '#app/statements/drawing/detail_sheet'
import type { RunStatementDetail } from '#app/statements/content/statement_data'
import type { WorkbookWriter } from '#app/statements/drawing/workbook_bytes'
import {
  addTableSheet,
  euros,
  writeRow,
  writeTotal,
  type SheetColumn,
} from '#app/statements/drawing/workbook_sheet'
import type { CellValue } from '#app/statements/drawing/workbook_worksheet'

const STATEMENT_COLUMNS: SheetColumn[] = [
  { header: 'Relevé', width: 24, kind: 'text' },
  { header: 'Code association', width: 16, kind: 'text' },
  { header: 'Association', width: 44, kind: 'text' },
]
/** Détail's amounts, once the statement's columns stand before them. */
const AMOUNT = 'Q'

/** Every amount of every statement: as many as 20,000 rows. */
export function writeRunDetail(workbook: WorkbookWriter, details: RunStatementDetail[]): void {
  const columns = [...STATEMENT_COLUMNS, ...DETAIL_COLUMNS]
  const sheet = addTableSheet(workbook, 'Détail', columns)
  let at = 2
  for (const detail of details) {
    const statement = statementCells(detail)
    for (const values of detailRows(detail)) {
      writeRow(sheet, at++, columns, [...statement, ...values])
    }
  }
  const [, ...blanks] = emptyRow('')
  const total = ['Total', null, null, null, ...blanks]
  const formula = `SUM(${AMOUNT}1:${AMOUNT}${at - 1})`
  total[STATEMENT_COLUMNS.length + AMOUNT_AT] = { formula, result: euros(sumOf(details)) }
  writeTotal(sheet, at, columns, total)
}

export function writeRunRejected(workbook: WorkbookWriter, details: RunStatementDetail[]): void {
  const columns = [...STATEMENT_COLUMNS, ...REJECTED_COLUMNS]
  const sheet = addTableSheet(workbook, 'Non retenues', columns)
  let at = 2
  for (const detail of details) {
    const statement = statementCells(detail)
    for (const form of detail.rejected) {
      writeRow(sheet, at++, columns, [...statement, ...rejectedRow(form)])
    }
  }
}

function statementCells(detail: RunStatementDetail): CellValue[] {
  return [detail.number, detail.associationCode, detail.associationName]
}

function sumOf(details: RunStatementDetail[]): number {
  return sumCents(
    details.flatMap(({ lines, corrections, carriedForward, shares = [] }) => [
      ...lines.map(({ amount }) => amount),
      ...corrections.map(({ amount }) => amount),
      carriedForward?.amount ?? 0,
      ...shares.map(({ amount }) => amount),
    ])
  )
}
