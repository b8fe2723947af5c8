import { escapeXml, XML_HEAD } from '#app/statements/drawing/workbook_xml'

export interface SheetStyle {
  font: { size: number; bold?: boolean; colour?: string }
  numFmt?: string
  border?: { side: 'top' | 'bottom'; weight: 'thin' | 'medium'; colour: string }
  alignment?: { horizontal?: 'left' | 'right'; vertical?: 'center'; wrapText?: true }
}

/** Formats that every spreadsheet knows by number (ECMA-376, 18.8.30); others are declared from 164 on. */
const KNOWN_FORMATS: Record<string, number> = { '#,##0': 3 }
const FIRST_FORMAT = 164

/** The styles of one workbook, numbered as they are first used; 0 is a cell without style. */
export class WorkbookStyles {
  private readonly numbers = new Map<SheetStyle, number>()
  private readonly formats: string[] = []
  private readonly fonts = [fontXml({ size: 11 })]
  private readonly borders = [borderXml(undefined)]
  private readonly cells = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']

  /** The number of a style, by which its cells name it. */
  numberOf(style: SheetStyle): number {
    let number = this.numbers.get(style)
    if (number === undefined) {
      number = this.cells.push(this.cellXml(style)) - 1
      this.numbers.set(style, number)
    }
    return number
  }

  /** The part xl/styles.xml. */
  xml(): string {
    const formats = this.formats.map(
      (code, i) => `<numFmt numFmtId="${FIRST_FORMAT + i}" formatCode="${escapeXml(code)}"/>`
    )
    return (
      `${XML_HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
      (formats.length > 0 ? list('numFmts', formats) : '') +
      list('fonts', this.fonts) +
      list('fills', ['none', 'gray125'].map(fillXml)) +
      list('borders', this.borders) +
      list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
      list('cellXfs', this.cells) +
      list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) +
      '</styleSheet>'
    )
  }

  private cellXml({ font, numFmt, border, alignment }: SheetStyle): string {
    const fontId = numberIn(this.fonts, fontXml(font))
    const borderId = numberIn(this.borders, borderXml(border))
    const attributes =
      `numFmtId="${numFmt ? this.formatId(numFmt) : 0}" fontId="${fontId}" fillId="0" borderId="${borderId}" ` +
      `xfId="0"${numFmt ? ' applyNumberFormat="1"' : ''} applyFont="1"${border ? ' applyBorder="1"' : ''}`
    if (!alignment) return `<xf ${attributes}/>`
    const { horizontal, vertical, wrapText } = alignment
    const aligned = [
      horizontal && `horizontal="${horizontal}"`,
      vertical && `vertical="${vertical}"`,
      wrapText && 'wrapText="1"',
    ]
    return `<xf ${attributes} applyAlignment="1"><alignment ${aligned.filter(Boolean).join(' ')}/></xf>`
  }

  private formatId(code: string): number {
    return KNOWN_FORMATS[code] ?? FIRST_FORMAT + numberIn(this.formats, code)
  }
}

function numberIn(items: string[], item: string): number {
  const at = items.indexOf(item)
  return at >= 0 ? at : items.push(item) - 1
}

function list(name: string, items: string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`
}

function fontXml({ size, bold, colour }: SheetStyle['font']): string {
  const colourXml = colour ? `<color rgb="${colour}"/>` : ''
  return `<font>${bold ? '<b/>' : ''}<sz val="${size}"/>${colourXml}<name val="Calibri"/><family val="2"/></font>`
}

function fillXml(pattern: string): string {
  return `<fill><patternFill patternType="${pattern}"/></fill>`
}

function borderXml(border: SheetStyle['border']): string {
  const edge = (side: string) =>
    border?.side === side
      ? `<${side} style="${border.weight}"><color rgb="${border.colour}"/></${side}>`
      : `<${side}/>`
  return `<border>${['left', 'right', 'top', 'bottom', 'diagonal'].map(edge).join('')}</border>`
}
