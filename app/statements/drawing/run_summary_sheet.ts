import { sumCents, type Cents } from '#app/shared/cents'
import { formatDay } from '#app/shared/french_format'
import type { RunData, RunStatement } from '#app/statements/content/statement_data'
import { FICTITIOUS_SENTENCE } from '#app/statements/drawing/statement_wording'
import type { WorkbookWriter } from '#app/statements/drawing/workbook_bytes'
import {
  euros,
  LABEL_STYLE,
  MARK_STYLE,
  TITLE_STYLE,
  writeHeader,
  writeRow,
  writeTotal,
  type SheetColumn,
} from '#app/statements/drawing/workbook_sheet'
import type { CellValue } from '#app/statements/drawing/workbook_worksheet'

const COLUMNS: SheetColumn[] = [
  { header: 'Relevé', width: 24, kind: 'text' },
  { header: 'Code', width: 14, kind: 'text' },
  { header: 'Association', width: 66, kind: 'text' },
  { header: 'Lignes', width: 10, kind: 'count' },
  { header: 'Total', width: 18, kind: 'amount' },
  { header: 'À virer', width: 18, kind: 'amount' },
  { header: 'Reporté', width: 18, kind: 'amount' },
  { header: 'Retenu\u00a0: motif', width: 50, kind: 'text' },
]
const HEADER_ROW = 5

/** One row a statement under the run's identity, with the totals that the approver reads first. */
export function writeSummary(workbook: WorkbookWriter, run: RunData): void {
  const sheet = workbook.addSheet('Synthèse', {
    orientation: 'landscape',
    widths: COLUMNS.map(({ width }) => width),
    headerRow: HEADER_ROW,
  })
  sheet.startRow(1)
  sheet.cell(0, `Campagne de règlement ${run.code}`, TITLE_STYLE)
  sheet.startRow(2)
  sheet.cell(0, subtitle(run), LABEL_STYLE)
  if (run.fictitious) {
    sheet.startRow(3)
    sheet.cell(0, FICTITIOUS_SENTENCE, MARK_STYLE)
  }
  writeHeader(sheet, HEADER_ROW, COLUMNS)
  let at = HEADER_ROW + 1
  for (const statement of run.statements) writeRow(sheet, at++, COLUMNS, rowOf(statement))
  writeTotal(sheet, at, COLUMNS, totalRow(run.statements, at - 1))
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
