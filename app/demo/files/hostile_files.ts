import { readFileSync, writeFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import yazl from 'yazl'

const PDF = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n'
const BOMB_BYTES = 32 * 1024 * 1024

export function writeDisguisedPdf(path: string): void {
  writeFileSync(path, PDF)
}

/** The first two thirds of a sound workbook, as a broken transfer leaves it. */
export function writeTruncated(path: string, sound: string): void {
  const bytes = readFileSync(sound)
  writeFileSync(path, bytes.subarray(0, Math.floor((bytes.length * 2) / 3)))
}

/** A few kilobytes that unpack to 32 MB of nothing. */
export async function writeZipBomb(path: string): Promise<void> {
  const zip = new yazl.ZipFile()
  const mtime = new Date(Date.UTC(2026, 0, 1))
  zip.addBuffer(Buffer.alloc(BOMB_BYTES), 'xl/worksheets/sheet1.xml', { mtime })
  zip.end()
  writeFileSync(path, await buffer(zip.outputStream))
}

/** A UTF-8 file to which a colleague added lines in Windows-1252. */
export function writeMixedEncodings(path: string, utf8: string, windows: string): void {
  writeFileSync(path, Buffer.concat([Buffer.from(utf8), Buffer.from(windows, 'latin1')]))
}
