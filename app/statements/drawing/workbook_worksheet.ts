import type { WorkbookStrings } from '#app/statements/drawing/workbook_strings'
import type { SheetStyle, WorkbookStyles } from '#app/statements/drawing/workbook_styles'
import { escapeXml, XML_HEAD } from '#app/statements/drawing/workbook_xml'

export type CellValue = string | number | Date | null | { formula: string; result: number }

export interface SheetLayout {
  orientation: 'portrait' | 'landscape'
  widths: number[]
  /** The row that is the table's header: it and those above stay in view, and printing repeats it. */
  headerRow?: number
}

/** Characters of rows encoded at once: rows are many, and each by itself would cost a buffer. */
const CHUNK = 1 << 18

const DAY = 86_400_000
/** 1 January 1970 in the days of spreadsheets. */
const EPOCH = 25_569

/** One sheet, written cell after cell: rows from the top, and cells from the left. */
export class WorksheetWriter {
  private readonly chunks: Uint8Array[] = []
  private pending = ''
  private row = 0

  readonly name: string
  readonly layout: SheetLayout
  private readonly styles: WorkbookStyles
  private readonly strings: WorkbookStrings

  constructor(name: string, layout: SheetLayout, styles: WorkbookStyles, strings: WorkbookStrings) {
    this.name = name
    this.layout = layout
    this.styles = styles
    this.strings = strings
    this.pending = sheetHead(layout)
    if (layout.widths.length > LETTERS.length)
      throw new RangeError('A sheet has 26 columns at most')
  }

  /** Starts a row further down; `height` in points, for titles of two lines. */
  startRow(row: number, height?: number): void {
    if (row <= this.row) throw new RangeError(`Row ${row} of ${this.name} comes after ${this.row}`)
    const tall = height === undefined ? '' : ` ht="${height}" customHeight="1"`
    this.pending += `${this.row > 0 ? '</row>' : ''}<row r="${row}"${tall}>`
    this.row = row
    if (this.pending.length > CHUNK) this.flush()
  }

  /** `index` counts from 0. */
  cell(index: number, value: CellValue, style: SheetStyle): void {
    const head = `<c r="${LETTERS[index]!}${this.row}" s="${this.styles.numberOf(style)}"`
    this.pending += value === null ? `${head}/>` : this.filled(head, value)
  }

  /** The part of the sheet: nothing may be added to it afterwards. */
  finish(): Uint8Array[] {
    this.pending += `${this.row > 0 ? '</row>' : ''}${sheetFoot(this.layout)}`
    this.flush()
    return this.chunks
  }

  private filled(head: string, value: NonNullable<CellValue>): string {
    if (typeof value === 'number') return `${head}><v>${value}</v></c>`
    if (typeof value === 'string') return `${head} t="s"><v>${this.strings.numberOf(value)}</v></c>`
    if (value instanceof Date) return `${head}><v>${value.getTime() / DAY + EPOCH}</v></c>`
    return `${head}><f>${escapeXml(value.formula)}</f><v>${value.result}</v></c>`
  }

  private flush(): void {
    this.chunks.push(Buffer.from(this.pending))
    this.pending = ''
  }
}

const LETTERS = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i))

/** A4, one page wide, as many pages high as it takes. */
function sheetFoot({ orientation }: SheetLayout): string {
  return (
    '</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/></worksheet>`
  )
}

function sheetHead({ widths, headerRow }: SheetLayout): string {
  const columns = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`
  )
  const pane = headerRow
    ? `<pane ySplit="${headerRow}" topLeftCell="A${headerRow + 1}" activePane="bottomLeft" state="frozen"/>` +
      '<selection pane="bottomLeft"/>'
    : ''
  return (
    `${XML_HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>`
  )
}
