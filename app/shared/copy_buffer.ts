import { copyInto } from '#app/shared/copy'
import type { Trx } from '#app/shared/transaction'

/** Characters joined into one block: large enough to write fast, small enough to be freed early. */
const BLOCK = 256 * 1024

/** Lines for a COPY that cannot start yet, kept as blocks of text: some 50 bytes a line instead of an object. */
export class CopyBuffer {
  readonly #blocks: Buffer[] = []
  #pending: string[] = []
  #size = 0

  add(line: string): void {
    this.#pending.push(line)
    this.#size += line.length + 1
    if (this.#size >= BLOCK) this.#close()
  }

  /** Writes all the lines, in the order they came, and empties the buffer. */
  async copyInto(trx: Trx, target: string): Promise<void> {
    this.#close()
    if (this.#blocks.length === 0) return
    const writer = await copyInto(trx, target)
    for (let block = this.#blocks.shift(); block; block = this.#blocks.shift()) {
      await writer.writeBlock(block)
    }
    await writer.end()
  }

  /** The text as it will be copied: whole lines, each with its end. */
  blocks(): readonly Buffer[] {
    this.#close()
    return this.#blocks
  }

  #close(): void {
    if (this.#pending.length === 0) return
    this.#blocks.push(Buffer.from(`${this.#pending.join('\n')}\n`))
    this.#pending = []
    this.#size = 0
  }
}
