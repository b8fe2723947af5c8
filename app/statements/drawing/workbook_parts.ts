import type { WorkbookWriter } from '#app/statements/drawing/workbook_bytes'
import type { WorksheetWriter } from '#app/statements/drawing/workbook_worksheet'
import { escapeXml, XML_HEAD } from '#app/statements/drawing/workbook_xml'

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The files of a workbook's package, in the order of its zip. */
export function packageParts(workbook: WorkbookWriter, at: Date): Record<string, Uint8Array> {
  const { sheets, styles, strings } = workbook
  const parts: Record<string, Uint8Array> = {
    '[Content_Types].xml': text(contentTypes(sheets)),
    '_rels/.rels': text(
      relationships([
        [`${OFFICE}/relationships/officeDocument`, 'xl/workbook.xml'],
        [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ])
    ),
    'docProps/core.xml': text(coreProperties(at)),
    'xl/workbook.xml': text(workbookXml(sheets)),
    'xl/_rels/workbook.xml.rels': text(
      relationships([
        ...sheets.map((_, i): [string, string] => [
          `${OFFICE}/relationships/worksheet`,
          `worksheets/sheet${i + 1}.xml`,
        ]),
        [`${OFFICE}/relationships/styles`, 'styles.xml'],
        [`${OFFICE}/relationships/sharedStrings`, 'sharedStrings.xml'],
      ])
    ),
    'xl/styles.xml': text(styles.xml()),
    'xl/sharedStrings.xml': text(strings.xml()),
  }
  sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = Buffer.concat(sheet.finish())
  })
  return parts
}

function text(xml: string): Uint8Array {
  return Buffer.from(xml)
}

function contentTypes(sheets: WorksheetWriter[]): string {
  const parts = [
    ['/xl/workbook.xml', `${SPREADSHEET}.sheet.main+xml`],
    ...sheets.map((_, i) => [`/xl/worksheets/sheet${i + 1}.xml`, `${SPREADSHEET}.worksheet+xml`]),
    ['/xl/styles.xml', `${SPREADSHEET}.styles+xml`],
    ['/xl/sharedStrings.xml', `${SPREADSHEET}.sharedStrings+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ].map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`)
  return (
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`
  )
}

function relationships(targets: [type: string, target: string][]): string {
  const items = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`
  )
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`
}

/** The instant without its thousandths, as readers of these properties expect it. */
function coreProperties(at: Date): string {
  const instant = `${at.toISOString().slice(0, 19)}Z`
  const dates = ['created', 'modified'].map(
    (name) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${instant}</dcterms:${name}>`
  )
  return (
    `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:creator>reversement</dc:creator>${dates.join('')}</cp:coreProperties>`
  )
}

function workbookXml(sheets: WorksheetWriter[]): string {
  const items = sheets.map(
    ({ name }, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`
  )
  const titles = sheets.map(({ name, layout: { headerRow } }, i) =>
    headerRow
      ? `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">` +
        `'${escapeXml(name)}'!$${headerRow}:$${headerRow}</definedName>`
      : ''
  )
  return (
    `${XML_HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ` +
    `xmlns:r="${OFFICE}/relationships"><bookViews><workbookView/></bookViews>` +
    `<sheets>${items.join('')}</sheets><definedNames>${titles.join('')}</definedNames></workbook>`
  )
}
