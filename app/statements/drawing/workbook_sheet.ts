import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import type { WorkbookWriter } from '#app/statements/drawing/workbook_bytes'
import type { SheetStyle } from '#app/statements/drawing/workbook_styles'
import type { CellValue, WorksheetWriter } from '#app/statements/drawing/workbook_worksheet'

export type CellKind = 'text' | 'count' | 'amount' | 'date'

export interface SheetColumn {
  header: string
  width: number
  kind: CellKind
}

const FONT = { size: 11 }
const PETROL = 'FF174A5C'

/** One object a kind, shared by all its cells: the writer knows a style by its object. */
export const STYLES: Record<CellKind, SheetStyle> = {
  text: { font: FONT },
  count: { font: FONT, numFmt: '#,##0' },
  amount: { font: FONT, numFmt: '#,##0.00 "€"' },
  date: { font: FONT, numFmt: 'dd/mm/yyyy', alignment: { horizontal: 'left' } },
}

export const TOTAL_STYLES: Record<CellKind, SheetStyle> = {
  text: asTotal(STYLES.text),
  count: asTotal(STYLES.count),
  amount: asTotal(STYLES.amount),
  date: asTotal(STYLES.date),
}

export const TITLE_STYLE: SheetStyle = { font: { size: 16, bold: true, colour: PETROL } }
export const LABEL_STYLE: SheetStyle = { font: { ...FONT, colour: 'FF596670' } }
export const MARK_STYLE: SheetStyle = { font: { ...FONT, bold: true, colour: PETROL } }
export const HEADER_STYLE: SheetStyle = {
  font: { ...FONT, bold: true, colour: PETROL },
  border: { side: 'bottom', weight: 'medium', colour: PETROL },
  alignment: { vertical: 'center', wrapText: true },
}
/** Over figures, which stand on the right. */
const FIGURE_HEADER_STYLE: SheetStyle = {
  ...HEADER_STYLE,
  alignment: { ...HEADER_STYLE.alignment, horizontal: 'right' },
}
const FIGURES: readonly CellKind[] = ['count', 'amount']

/** Two lines of a title, in points: the writer cannot know where a spreadsheet will wrap. */
const HEADER_HEIGHT = 32

/** A sheet of rows under a frozen header, which printing repeats on each page. */
export function addTableSheet(
  workbook: WorkbookWriter,
  name: string,
  columns: SheetColumn[]
): WorksheetWriter {
  const widths = columns.map(({ width }) => width)
  const sheet = workbook.addSheet(name, { orientation: 'landscape', widths, headerRow: 1 })
  writeHeader(sheet, 1, columns)
  return sheet
}

export function writeHeader(sheet: WorksheetWriter, row: number, columns: SheetColumn[]): void {
  sheet.startRow(row, HEADER_HEIGHT)
  columns.forEach(({ header, kind }, i) =>
    sheet.cell(i, header, FIGURES.includes(kind) ? FIGURE_HEADER_STYLE : HEADER_STYLE)
  )
}

/** Writes one row of a table, each value with its column's format; null leaves the cell empty. */
export function writeRow(
  sheet: WorksheetWriter,
  row: number,
  columns: SheetColumn[],
  values: CellValue[]
): void {
  sheet.startRow(row)
  values.forEach((value, i) => {
    if (value !== null) sheet.cell(i, value, STYLES[columns[i]!.kind])
  })
}

export function writeTotal(
  sheet: WorksheetWriter,
  row: number,
  columns: SheetColumn[],
  values: CellValue[]
): void {
  sheet.startRow(row)
  values.forEach((value, i) => sheet.cell(i, value, TOTAL_STYLES[columns[i]!.kind]))
}

/** Euros, as spreadsheets hold them. */
export function euros(cents: Cents): number {
  return cents / 100
}

/** A day at midnight UTC: the writer drops the zone, and Paris midnight would be the day before. */
export function sheetDate(day: Day | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`)
}

function asTotal(style: SheetStyle): SheetStyle {
  const border = { side: 'top', weight: 'thin', colour: PETROL } as const
  return { ...style, font: { ...FONT, bold: true }, border }
}
