import { createWriteStream, mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { openSheet, type SheetOptions } from '#app/intake/open_sheet'
import type { SheetHead, SheetRow } from '#app/intake/sheet'
import type { Refusal } from '#app/intake/sheet_refusals'

/** Every file of a spec lives in its own directory, removed by `removeFiles`. */
const directories: string[] = []
let serial = 0

export const KNOWN = ['reference', 'convention', 'association', 'date_saisine', 'montant']

export function newPath(extension: string): string {
  if (directories.length === 0) directories.push(mkdtempSync(join(tmpdir(), 'feuille-')))
  return join(directories[0]!, `${++serial}.${extension}`)
}

export async function removeFiles(): Promise<void> {
  for (const directory of directories.splice(0)) await rm(directory, { recursive: true })
}

export function file(content: string | Buffer, extension = 'csv'): string {
  const path = newPath(extension)
  writeFileSync(path, content)
  return path
}

export async function zip(
  parts: Record<string, string | Buffer>,
  options: { compress?: boolean } = {}
): Promise<string> {
  const archive = new ZipFile()
  for (const [name, part] of Object.entries(parts)) {
    archive.addBuffer(Buffer.from(part), name, options)
  }
  archive.end()
  const path = newPath('xlsx')
  await pipeline(archive.outputStream, createWriteStream(path))
  return path
}

export interface RawWorkbook {
  /** The sheetData of each tab, then what follows it. */
  sheets?: { name: string; data: string; after?: string; state?: string }[]
  strings?: string
  styles?: string
  properties?: string
  /** Parts to add, or to put in place of those made here. */
  parts?: Record<string, string | Buffer>
}

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

export function rels(...targets: [id: string, type: string, target: string][]): string {
  const each = targets.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`
}

/** The parts of a workbook as they stand in its zip, written by hand so that they can be wrong. */
export function workbookParts(book: RawWorkbook): Record<string, string | Buffer> {
  const sheets = book.sheets ?? []
  const tabs = sheets.map(
    ({ name, state }, n) =>
      `<sheet name="${name}" sheetId="${n + 1}" r:id="f${n}"${state ? ` state="${state}"` : ''}/>`
  )
  const parts: Record<string, string | Buffer> = {
    '_rels/.rels': rels(['r', `${TYPES}/officeDocument`, 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${TYPES}">${book.properties ?? ''}<sheets>${tabs.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels(
      ...sheets.map((_, n): [string, string, string] => [
        `f${n}`,
        `${TYPES}/worksheet`,
        `worksheets/s${n}.xml`,
      ]),
      ['st', `${TYPES}/styles`, 'styles.xml'],
      ['ss', `${TYPES}/sharedStrings`, '/xl/sharedStrings.xml']
    ),
  }
  sheets.forEach(({ data, after = '' }, n) => {
    parts[`xl/worksheets/s${n}.xml`] =
      `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData>${after}</worksheet>`
  })
  if (book.strings) parts['xl/sharedStrings.xml'] = `<sst xmlns="${MAIN}">${book.strings}</sst>`
  if (book.styles)
    parts['xl/styles.xml'] = `<styleSheet xmlns="${MAIN}">${book.styles}</styleSheet>`
  return { ...parts, ...book.parts }
}

export const workbook = (book: RawWorkbook) => zip(workbookParts(book))

/** A row of inline texts, without any position: the reader must count. */
export function texts(...cells: string[]): string {
  const each = cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`)
  return `<row>${each.join('')}</row>`
}

export interface Reading {
  head?: SheetHead
  rows: SheetRow[]
  refused?: Refusal
  /** Of processor, all threads: what else the machine does is not counted. */
  seconds: number
}

export async function read(path: string, options?: Partial<SheetOptions>): Promise<Reading> {
  const start = process.cpuUsage()
  const reading: Reading = { rows: [], seconds: 0 }
  for await (const part of openSheet(path, { known: KNOWN, ...options })) {
    if ('head' in part) reading.head = part.head
    else if ('rows' in part) reading.rows.push(...part.rows)
    else reading.refused = part.refused
  }
  const { user, system } = process.cpuUsage(start)
  reading.seconds = (user + system) / 1e6
  return reading
}

export async function readCsv(content: string | Buffer): Promise<Reading> {
  return read(file(content))
}
