import { sumCents, type Cents } from '#app/shared/cents'
import { formatDay } from '#app/shared/french_format'
import type { RunData, RunStatement } from '#app/statements/statement_data'
import { FICTITIOUS_SENTENCE } from '#app/statements/drawing/statement_wording'
import type { WorkbookWriter } from '#app/statements/drawing/workbook_bytes'
import {
  euros,
  HEADER_STYLE,
  LABEL_STYLE,
  MARK_STYLE,
  PRINT,
  TITLE_STYLE,
  writeCell,
  writeRow,
  writeTotal,
  type CellValue,
  type SheetColumn,
} from '#app/statements/drawing/workbook_sheet'

const COLUMNS: SheetColumn[] = [
  { header: 'Relevé', width: 24, kind: 'text' },
  { header: 'Code', width: 14, kind: 'text' },
  { header: 'Association', width: 54, kind: 'text' },
  { header: 'Lignes', width: 10, kind: 'count' },
  { header: 'Total', width: 18, kind: 'amount' },
  { header: 'À virer', width: 18, kind: 'amount' },
  { header: 'Reporté', width: 18, kind: 'amount' },
  { header: 'Retenu : motif', width: 50, kind: 'text' },
]
const HEADER_ROW = 5

/** One row a statement under the run's identity, with the totals that the approver reads first. */
export function writeSummary(workbook: WorkbookWriter, run: RunData): void {
  const sheet = workbook.addWorksheet('Synthèse', {
    views: [{ state: 'frozen', ySplit: HEADER_ROW }],
    pageSetup: {
      ...PRINT,
      orientation: 'landscape',
      printTitlesRow: `${HEADER_ROW}:${HEADER_ROW}`,
    },
  })
  sheet.columns = COLUMNS.map(({ width }) => ({ width }))
  writeCell(sheet.getRow(1), 0, `Campagne de règlement ${run.code}`, TITLE_STYLE)
  writeCell(sheet.getRow(2), 0, subtitle(run), LABEL_STYLE)
  if (run.fictitious) writeCell(sheet.getRow(3), 0, FICTITIOUS_SENTENCE, MARK_STYLE)
  const header = sheet.getRow(HEADER_ROW)
  COLUMNS.forEach((column, i) => writeCell(header, i, column.header, HEADER_STYLE))
  let at = HEADER_ROW + 1
  for (const statement of run.statements) writeRow(sheet.getRow(at++), COLUMNS, rowOf(statement))
  writeTotal(sheet.getRow(at), COLUMNS, totalRow(run.statements, at - 1))
  sheet.commit()
}

function subtitle({ federation, convention, until, issuedOn }: RunData): string {
  return (
    `${federation.name}. Convention ${convention.code}, ${convention.title} (${convention.funder}). ` +
    `Arrêtée au ${formatDay(until)}, émise le ${formatDay(issuedOn)}.`
  )
}

function rowOf(statement: RunStatement): CellValue[] {
  return [
    statement.number,
    statement.associationCode,
    statement.associationName,
    statement.lineCount,
    euros(statement.total),
    euros(statement.payable),
    euros(statement.carried),
    statement.heldReason,
  ]
}

function totalRow(statements: RunStatement[], last: number): CellValue[] {
  const sum = (column: string, result: number) => ({
    formula: `SUM(${column}${HEADER_ROW}:${column}${last})`,
    result,
  })
  const amount = (column: string, of: (statement: RunStatement) => Cents) =>
    sum(column, euros(sumCents(statements.map(of))))
  const lines = statements.reduce((count, { lineCount }) => count + lineCount, 0)
  return [
    'Total',
    null,
    null,
    sum('D', lines),
    amount('E', ({ total }) => total),
    amount('F', ({ payable }) => payable),
    amount('G', ({ carried }) => carried),
    null,
  ]
}
