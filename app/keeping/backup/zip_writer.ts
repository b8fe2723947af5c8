import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { Meter } from '#app/keeping/backup/meter'
import { Sealer, UNSEALED } from '#app/keeping/backup/seal'

/** A table is text, and shrinks eight times at the cheapest levels already. */
const LEVEL = 3

export interface ZipWriter {
  /** Writes a part from its stream; resolves when it is read to its end. */
  add(name: string, source: Readable, text: boolean): Promise<{ bytes: number; sha256: string }>
  /** Writes the directory, then the seal of the whole, and closes the file. */
  end(): Promise<{ bytes: number; sha256: string }>
  abandon(): Promise<void>
}

/** Opens an archive that is written as its parts come: nothing of them waits in memory. */
export function zipWriter(path: string, at: Date): ZipWriter {
  const zip = new ZipFile()
  const whole = new Meter()
  const written = pipeline(
    zip.outputStream,
    new Sealer(),
    whole,
    createWriteStream(path, { mode: 0o600 })
  )
  // Whoever writes learns of it at its next step, or at the end.
  written.catch(() => {})
  return {
    async add(name, source, text) {
      const meter = new Meter()
      const read = pipeline(source, meter)
      zip.addReadStream(meter, name, {
        mtime: at,
        compressionLevel: text ? LEVEL : 0,
        forceZip64Format: text,
      })
      await Promise.race([read, written.then(() => Promise.reject(new Error('Closed too early')))])
      return { bytes: meter.bytes, sha256: meter.sha256() }
    },
    async end() {
      zip.end({ comment: `reversement ${UNSEALED}`, forceZip64Format: false })
      await written
      return { bytes: whole.bytes, sha256: whole.sha256() }
    },
    async abandon() {
      whole.destroy(new Error('The backup was abandoned'))
      await written.catch(() => {})
    },
  }
}
