import { assertAddsUp } from '#app/statements/drawing/assert_adds_up'
import {
  AMOUNT,
  AMOUNT_AT,
  DETAIL_COLUMNS,
  detailRows,
  emptyRow,
  REJECTED_COLUMNS,
  rejectedRow,
} from '#app/statements/drawing/detail_sheet'
import type { StatementData } from '#app/statements/content/statement_data'
import { writeHeadSheet } from '#app/statements/drawing/statement_head_sheet'
import { workbookBytes, type WorkbookWriter } from '#app/statements/drawing/workbook_bytes'
import { addTableSheet, euros, writeRow, writeTotal } from '#app/statements/drawing/workbook_sheet'

/**
 * A statement as a workbook, with the same figures as the PDF: sheets Relevé, Détail and Non
 * retenues. Totals are formulas with their result. The same data gives the same bytes.
 */
export async function renderStatementWorkbook(data: StatementData): Promise<Buffer> {
  assertAddsUp(data)
  return workbookBytes(data.issuedAt, (workbook) => {
    writeHeadSheet(workbook, data)
    writeDetail(workbook, data)
    writeRejected(workbook, data)
  })
}

function writeDetail(workbook: WorkbookWriter, data: StatementData): void {
  const sheet = addTableSheet(workbook, 'Détail', DETAIL_COLUMNS)
  let at = 2
  for (const values of detailRows(data)) writeRow(sheet, at++, DETAIL_COLUMNS, values)
  const total = emptyRow('Total')
  // Over an empty table the sum takes the header, which counts for nothing.
  const formula = `SUM(${AMOUNT}1:${AMOUNT}${at - 1})`
  total[AMOUNT_AT] = { formula, result: euros(data.total) }
  writeTotal(sheet, at, DETAIL_COLUMNS, total)
}

function writeRejected(workbook: WorkbookWriter, { rejected }: StatementData): void {
  const sheet = addTableSheet(workbook, 'Non retenues', REJECTED_COLUMNS)
  rejected.forEach((form, i) => {
    writeRow(sheet, i + 2, REJECTED_COLUMNS, rejectedRow(form))
  })
}
