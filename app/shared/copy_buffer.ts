import { copyInto, type CopyWriter } from '#app/shared/copy'
import type { Trx } from '#app/shared/transaction'

/** Characters joined into one block: large enough to write fast, small enough to be freed early. */
const BLOCK = 256 * 1024

/**
 * Lines for a COPY, kept as blocks of text until they may leave: some 50 bytes a line instead of an object. They wait
 * for `copyInto`, or leave with `send` while others are still being made.
 */
export class CopyBuffer {
  readonly #blocks: Buffer[] = []
  readonly #onBlock: (block: Buffer) => void
  #pending: string[] = []
  #size = 0
  #writer: CopyWriter | null = null

  /** `onBlock` sees the text as it will be copied, in its order: whole lines, each with its end. */
  constructor(onBlock: (block: Buffer) => void = () => {}) {
    this.#onBlock = onBlock
  }

  add(line: string): void {
    this.#pending.push(line)
    this.#size += line.length + 1
    if (this.#size >= BLOCK) this.close()
  }

  /** Writes all the lines, in the order they came, and empties the buffer. */
  async copyInto(trx: Trx, target: string): Promise<void> {
    this.close()
    await this.send(trx, target)
    await this.#writer?.end()
    this.#writer = null
  }

  /**
   * Writes the blocks that are full. The connection is busy with this copy from the first of them, until `copyInto` or
   * `abandon` ends it.
   */
  send(trx: Trx, target: string): Promise<void> | void {
    if (this.#blocks.length > 0) return this.#send(trx, target)
  }

  /** Gives up the copy under way, if any: a ROLLBACK would wait behind it for ever. */
  async abandon(): Promise<void> {
    await this.#writer?.abandon()
  }

  /** Ends the block under way. */
  close(): void {
    if (this.#pending.length === 0) return
    const block = Buffer.from(`${this.#pending.join('\n')}\n`)
    this.#onBlock(block)
    this.#blocks.push(block)
    this.#pending = []
    this.#size = 0
  }

  async #send(trx: Trx, target: string): Promise<void> {
    this.#writer ??= await copyInto(trx, target)
    for (let block = this.#blocks.shift(); block; block = this.#blocks.shift()) {
      await this.#writer.writeBlock(block)
    }
  }
}
