import type { Row, Style, Worksheet } from 'exceljs'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import type { WorkbookWriter } from '#app/statements/drawing/workbook_bytes'

export type CellValue = string | number | Date | null | { formula: string; result: number }
export type CellKind = 'text' | 'count' | 'amount' | 'date'
export type SheetStyle = Partial<Style>

export interface SheetColumn {
  header: string
  width: number
  kind: CellKind
}

const FONT = { name: 'Calibri', size: 11 }
const PETROL = { argb: 'FF174A5C' }

/**
 * One object a kind, shared by all its cells: the writer then computes each style once, where a
 * column's style would be computed again for every cell.
 */
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

export const TITLE_STYLE: SheetStyle = { font: { ...FONT, size: 16, bold: true, color: PETROL } }
export const LABEL_STYLE: SheetStyle = { font: { ...FONT, color: { argb: 'FF596670' } } }
export const MARK_STYLE: SheetStyle = { font: { ...FONT, bold: true, color: PETROL } }
export const HEADER_STYLE: SheetStyle = {
  font: { ...FONT, bold: true, color: PETROL },
  border: { bottom: { style: 'medium', color: PETROL } },
  alignment: { vertical: 'middle', wrapText: true },
}

/** A4, one page wide. */
export const PRINT = { paperSize: 9, fitToPage: true, fitToHeight: 0 } as const

/** A sheet of rows under a frozen header, which printing repeats on each page. */
export function addTableSheet(
  workbook: WorkbookWriter,
  name: string,
  columns: SheetColumn[]
): Worksheet {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { ...PRINT, orientation: 'landscape', printTitlesRow: '1:1' },
  })
  sheet.columns = columns.map(({ width }) => ({ width }))
  const row = sheet.getRow(1)
  columns.forEach(({ header }, i) => writeCell(row, i, header, HEADER_STYLE))
  row.commit()
  return sheet
}

/** Writes one row of a table, each value with its column's format; null leaves the cell empty. Ends the row. */
export function writeRow(row: Row, columns: SheetColumn[], values: CellValue[]): void {
  values.forEach((value, i) => {
    if (value !== null) writeCell(row, i, value, STYLES[columns[i]!.kind])
  })
  row.commit()
}

export function writeTotal(row: Row, columns: SheetColumn[], values: CellValue[]): void {
  values.forEach((value, i) => writeCell(row, i, value, TOTAL_STYLES[columns[i]!.kind]))
  row.commit()
}

/** `index` counts from 0. */
export function writeCell(row: Row, index: number, value: CellValue, style: SheetStyle): void {
  const cell = row.getCell(index + 1)
  cell.value = value
  cell.style = style
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
  const border = { top: { style: 'thin' as const, color: PETROL } }
  return { ...style, font: { ...FONT, bold: true }, border }
}
