import { closeSync, openSync, readSync } from 'node:fs'

// Small enough for the texts made of it to die young: 256 KB pieces cost 50 MB more at the peak.
const CHUNK = 64 * 1024

/**
 * The bytes of a file, piece by piece. Synchronous on purpose: the worker has nothing else to do.
 * Each piece is overwritten by the next.
 */
export function* fileChunks(path: string): Generator<Buffer> {
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.allocUnsafe(CHUNK)
    for (;;) {
      const length = readSync(file, buffer)
      if (length === 0) return
      yield buffer.subarray(0, length)
    }
  } finally {
    closeSync(file)
  }
}
