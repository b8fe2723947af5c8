import { escapeXml, XML_HEAD } from '#app/statements/drawing/workbook_xml'

/** The texts of one workbook, each kept once: most of a statement's cells repeat a few. */
export class WorkbookStrings {
  private readonly numbers = new Map<string, number>()

  numberOf(text: string): number {
    let number = this.numbers.get(text)
    if (number === undefined) this.numbers.set(text, (number = this.numbers.size))
    return number
  }

  /** The part xl/sharedStrings.xml. */
  xml(): string {
    const items = [...this.numbers.keys()].map((text) => {
      const space = /^\s|\s$|\s\s|\n/.test(text) ? ' xml:space="preserve"' : ''
      return `<si><t${space}>${escapeXml(text)}</t></si>`
    })
    return (
      `${XML_HEAD}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ` +
      `uniqueCount="${items.length}">${items.join('')}</sst>`
    )
  }
}
