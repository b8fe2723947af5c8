import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Transform, type TransformCallback } from 'node:stream'

/** Letters of a SHA-256 in hexadecimal: the seal, which is the end of the file. */
const LENGTH = 64

/** Where the seal will stand: the end of the comment of the archive. */
export const UNSEALED = '0'.repeat(LENGTH)

/** Writes the SHA-256 of all that came before in the place of the last 64 bytes. */
export class Sealer extends Transform {
  readonly #hash = createHash('sha256')
  #tail: Buffer = Buffer.alloc(0)

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback) {
    const bytes = Buffer.concat([this.#tail, chunk])
    const settled = bytes.subarray(0, Math.max(0, bytes.length - LENGTH))
    this.#tail = bytes.subarray(settled.length)
    this.#hash.update(settled)
    done(null, settled)
  }

  override _flush(done: TransformCallback) {
    done(null, Buffer.from(this.#hash.digest('hex')))
  }
}

/** Whether the file ends with the SHA-256 of all its other bytes. Throws when there is no such file. */
export async function isSealed(path: string): Promise<boolean> {
  const hash = createHash('sha256')
  let tail: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(path)) {
    const bytes = Buffer.concat([tail, chunk as Buffer])
    tail = bytes.subarray(Math.max(0, bytes.length - LENGTH))
    hash.update(bytes.subarray(0, bytes.length - tail.length))
  }
  return tail.toString('latin1') === hash.digest('hex')
}
