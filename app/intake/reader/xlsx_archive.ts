import { openPromise, type Entry, type ZipFile } from 'yauzl'
import type { SheetLimits } from './limits.ts'
import { refuse, RefusedFile } from './refuse.ts'

// Below, a ratio says nothing: an empty style sheet already compresses a lot.
const SMALL = 1024 * 1024

const SUSPICIOUS_NAME = /absolute path|relative path|characters in fileName/

/** The parts of a workbook, by their name in lower case, as OPC compares them. */
export interface Archive {
  has(name: string): boolean
  /** The bytes of a part, counted as they inflate whatever the directory declared. */
  read(name: string): AsyncIterable<Buffer>
}

/** Reads the directory of the zip and refuses on it alone whatever may cost too much to open. */
export async function openArchive(path: string, limits: SheetLimits): Promise<Archive> {
  const zip = await soundZip(() =>
    openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true })
  )
  if (zip.entryCount > limits.zipEntries) refuse('too_many_parts')
  const entries = await soundZip(() => directory(zip))
  checkSizes([...entries.values()], limits)

  let inflated = 0
  return {
    has: (name) => entries.has(name.toLowerCase()),
    read: async function* (name) {
      const entry = entries.get(name.toLowerCase()) ?? refuse('damaged')
      const stream = await soundZip(() => zip.openReadStreamPromise(entry))
      const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>
      try {
        for (;;) {
          const { done, value } = await soundZip(() => chunks.next())
          if (done) return
          inflated += value.length
          if (inflated > limits.unpackedBytes) refuse('too_heavy_unpacked', mb(limits))
          yield value
        }
      } finally {
        stream.destroy()
      }
    },
  }
}

async function directory(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.toLowerCase()
    if (entries.has(name)) refuse('suspicious_names')
    if (entry.isEncrypted()) refuse('encrypted')
    entries.set(name, entry)
  }
  return entries
}

function checkSizes(entries: Entry[], limits: SheetLimits): void {
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (unpacked > limits.unpackedBytes) refuse('too_heavy_unpacked', mb(limits))
  for (const { uncompressedSize, compressedSize } of entries) {
    const ratio = uncompressedSize / Math.max(1, compressedSize)
    if (uncompressedSize > SMALL && ratio > limits.unpackedRatio) refuse('suspicious_ratio')
  }
}

function mb(limits: SheetLimits): number {
  return Math.round(limits.unpackedBytes / 1024 / 1024)
}

async function soundZip<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    if (error instanceof RefusedFile) throw error
    const message = error instanceof Error ? error.message : ''
    if (message.includes('encrypt')) refuse('encrypted')
    refuse(SUSPICIOUS_NAME.test(message) ? 'suspicious_names' : 'damaged')
  }
}
