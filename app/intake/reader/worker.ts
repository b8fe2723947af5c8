/**
 * Reads files in its own thread, with its own heap, one after the other. Everything it imports is erasable
 * TypeScript reached by relative paths, so that Node runs it as it is, without a loader.
 */
import { parentPort } from 'node:worker_threads'
import { fileSource } from './file_source.ts'
import type { FromWorker, ReadingOrder, ToWorker } from './messages.ts'
import { refuse, RefusedFile } from './refuse.ts'
import { RowBatch } from './row_batch.ts'
import type { Choice, SheetSource } from './source.ts'

const port = parentPort!
const say = (message: FromWorker) => port.postMessage(message)

/** One file being read: what its reader has told us so far. */
class Reading {
  #leave = 0
  #onLeave = () => {}
  #choose!: (choice: Choice) => void
  readonly #chosen = new Promise<Choice>((resolve) => (this.#choose = resolve))

  // Not a parameter property: Node erases types, it does not rewrite syntax.
  readonly order: ReadingOrder

  constructor(order: ReadingOrder) {
    this.order = order
  }

  hear(message: ToWorker): void {
    if ('choose' in message) return this.#choose(message.choose)
    this.#leave++
    this.#onLeave()
  }

  async run(): Promise<void> {
    const { path, limits } = this.order
    const source = await fileSource(path, limits)
    say({ say: 'candidates', format: source.format, candidates: await source.candidates() })
    await this.#sendRows(source, await this.#chosen)
    say({ say: 'end' })
  }

  async #sendRows(source: SheetSource, choice: Choice): Promise<void> {
    const batch = new RowBatch(choice.width, this.order.limits)
    let sent = 0
    for await (const rows of source.rows(choice)) {
      for (const row of rows) {
        batch.add(row)
        if (sent + batch.rows > source.maxRows) refuse('too_many_rows', source.maxRows)
        if (!batch.isFull) continue
        sent += batch.rows
        await this.#send(batch)
      }
    }
    if (batch.rows > 0) await this.#send(batch)
  }

  async #send(batch: RowBatch): Promise<void> {
    while (this.#leave === 0) await new Promise<void>((resolve) => (this.#onLeave = resolve))
    this.#leave--
    const packed = batch.take()
    port.postMessage({ say: 'rows', batch: packed } satisfies FromWorker, [
      packed.rowNumbers.buffer,
    ])
  }
}

let reading: Reading | null = null

async function read(order: ReadingOrder): Promise<void> {
  reading = new Reading(order)
  try {
    await reading.run()
  } catch (error) {
    // A thread that met a bad file ends with it: nothing of the stranger's stays in memory.
    if (!(error instanceof RefusedFile)) throw error
    say({ say: 'refused', terms: error.terms })
    port.close()
  } finally {
    reading = null
  }
}

// Leave given for a file that has ended comes too late, and means nothing.
port.on('message', (message: ReadingOrder | ToWorker) => {
  if ('path' in message) void read(message)
  else reading?.hear(message)
})
