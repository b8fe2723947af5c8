import { createWriteStream } from 'node:fs'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { archiveDate } from '#app/statements/drawing/archive_date'

export interface NamedDocument {
  name: string
  bytes: Uint8Array
}

/**
 * Writes documents in one zip, in their order, to a stream (which it ends) or a path. They are
 * stored as they are: PDF and XLSX are compressed already, and the same entries at the same date
 * give the same bytes. Throws on a name given twice, before anything is written.
 */
export async function zipDocuments(
  entries: NamedDocument[],
  out: Writable | string,
  at: Date
): Promise<void> {
  refuseDuplicates(entries)
  const zip = new ZipFile()
  const options = { mtime: archiveDate(at), compress: false, forceDosTimestamp: true }
  for (const { name, bytes } of entries) {
    zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, options)
  }
  zip.end()
  await pipeline(zip.outputStream, typeof out === 'string' ? createWriteStream(out) : out)
}

/** Systems that ignore case would keep only the last of two such files. */
function refuseDuplicates(entries: NamedDocument[]): void {
  const seen = new Set<string>()
  for (const { name } of entries) {
    const key = name.toLowerCase()
    if (seen.has(key)) throw new Error(`Two documents of one archive are named ${name}`)
    seen.add(key)
  }
}
