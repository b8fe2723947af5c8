import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { columnLetters } from '#app/intake/reader/cell_reference'
import type { SheetRow } from '#app/intake/sheet'

const PIECE = 64 * 1024
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OOXML = 'http://schemas.openxmlformats.org'
const MAIN = `${OOXML}/spreadsheetml/2006/main`
const OFFICE = `${OOXML}/officeDocument/2006/relationships`
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

// Format 49 is « text »: a corrected identifier keeps its zeros, and "=1+1" stays what was typed.
const PARTS = {
  '[Content_Types].xml':
    `<Types xmlns="${OOXML}/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>` +
    '</Types>',
  '_rels/.rels': relationships(['officeDocument', 'xl/workbook.xml']),
  'xl/_rels/workbook.xml.rels': relationships(
    ['worksheet', 'worksheets/sheet1.xml'],
    ['styles', 'styles.xml']
  ),
  'xl/styles.xml':
    `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border/></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>' +
    '</styleSheet>',
}

/**
 * Writes texts at their row numbers in a one-sheet workbook, streamed. Not by exceljs: its streaming
 * writer takes minutes to reach a far row, and a stranger chooses the rows.
 */
export async function writeXlsxRows(
  rows: AsyncIterable<SheetRow>,
  sheetName: string,
  out: string
): Promise<void> {
  const zip = new ZipFile()
  for (const [name, xml] of Object.entries(PARTS))
    zip.addBuffer(Buffer.from(DECLARATION + xml), name)
  zip.addBuffer(Buffer.from(DECLARATION + workbookXml(sheetName)), 'xl/workbook.xml')
  const sheet = Readable.from(sheetXml(rows), { objectMode: false })
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml')
  sheet.on('error', (error) => (zip.outputStream as Readable).destroy(error))
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(out))
}

function relationships(...targets: [type: string, target: string][]): string {
  const each = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`
  )
  return `<Relationships xmlns="${OOXML}/package/2006/relationships">${each.join('')}</Relationships>`
}

function workbookXml(sheetName: string): string {
  const name = sheetName
    .replace(/[*?:\\/[\]']/g, ' ')
    .trim()
    .slice(0, 31)
  return (
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
    `<sheet name="${escaped(name || 'Feuille')}" sheetId="1" r:id="rId1"/></sheets></workbook>`
  )
}

async function* sheetXml(rows: AsyncIterable<SheetRow>): AsyncGenerator<Buffer> {
  let xml = `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetData>`
  for await (const { rowNumber, cells } of rows) {
    xml += `<row r="${rowNumber}">`
    for (const [column, text] of cells.entries()) {
      if (text === '') continue
      xml += `<c r="${columnLetters(column)}${rowNumber}" s="1" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
    }
    xml += '</row>'
    if (xml.length < PIECE) continue
    yield Buffer.from(xml)
    xml = ''
  }
  yield Buffer.from(`${xml}</sheetData></worksheet>`)
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
    .replace(/_x[0-9a-f]{4}_/gi, '_x005F$&')
}
