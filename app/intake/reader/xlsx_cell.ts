import { excelDay } from './excel_day.ts'
import { excelNumber } from './excel_number.ts'
import { refuse } from './refuse.ts'
import type { CellFormat } from './xlsx_formats.ts'

/** What every cell of a workbook is read with. */
export interface CellContext {
  since1904: boolean
  formats: CellFormat[]
  strings: string[]
}

export interface StoredCell {
  /** The t attribute: what kind of value. */
  type: string
  /** The s attribute: which format. */
  style: string
  value: string
}

/** The text of a cell: canonical number, ISO day, oui or non, or the text itself. */
export function cellText({ type, style, value }: StoredCell, context: CellContext): string {
  switch (type) {
    case 's':
      return context.strings[Number(value)] ?? refuse('damaged')
    case 'b':
      return value === '1' || value === 'true' ? 'oui' : 'non'
    case 'd':
      return /^\d{4}-\d\d-\d\d(T|$)/.test(value) ? value.slice(0, 10) : value
    case 'n':
    case '':
      return numberText(value.trim(), context.formats[Number(style)] ?? 'number', context.since1904)
    default:
      return value
  }
}

function numberText(value: string, format: CellFormat, since1904: boolean): string {
  if (value === '') return ''
  const number = excelNumber(value) ?? refuse('damaged')
  if (format === 'day') return excelDay(Number(number), since1904) ?? number
  if (format === 'number' || !/^\d+$/.test(number)) return number
  return number.padStart(format.digits, '0')
}
