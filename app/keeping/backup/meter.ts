import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'

/** Lets bytes through, and says afterwards how many they were and their SHA-256 in hexadecimal. */
export class Meter extends Transform {
  readonly #hash = createHash('sha256')
  bytes = 0

  override _transform(
    chunk: Buffer,
    _encoding: string,
    done: (error: null, chunk: Buffer) => void
  ) {
    this.#hash.update(chunk)
    this.bytes += chunk.length
    done(null, chunk)
  }

  sha256(): string {
    return this.#hash.digest('hex')
  }
}
