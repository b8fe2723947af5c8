/**
 * Reads one file in its own thread, with its own heap. Everything it imports is erasable TypeScript
 * reached by relative paths, so that Node runs it as it is, without a loader. It may be started before its
 * file is known: the order is its first message.
 */
import { once } from 'node:events'
import { parentPort } from 'node:worker_threads'
import { fileSource } from './file_source.ts'
import type { FromWorker, ReadingOrder, ToWorker } from './messages.ts'
import { refuse, RefusedFile } from './refuse.ts'
import { RowBatch } from './row_batch.ts'
import type { Choice, SheetSource } from './source.ts'

const port = parentPort!
const [{ path, limits }] = (await once(port, 'message')) as [ReadingOrder]
let leave = 0
let onLeave = () => {}

const say = (message: FromWorker) => port.postMessage(message)
const chosen = new Promise<Choice>((resolve) => {
  port.on('message', (message: ToWorker) => {
    if ('choose' in message) return resolve(message.choose)
    leave++
    onLeave()
  })
})

async function send(batch: RowBatch): Promise<void> {
  while (leave === 0) await new Promise<void>((resolve) => (onLeave = resolve))
  leave--
  const packed = batch.take()
  port.postMessage({ say: 'rows', batch: packed } satisfies FromWorker, [packed.rowNumbers.buffer])
}

async function sendRows(source: SheetSource, choice: Choice): Promise<void> {
  const batch = new RowBatch(choice.width, limits)
  let sent = 0
  for await (const rows of source.rows(choice)) {
    for (const row of rows) {
      batch.add(row)
      if (sent + batch.rows > source.maxRows) refuse('too_many_rows', source.maxRows)
      if (!batch.isFull) continue
      sent += batch.rows
      await send(batch)
    }
  }
  if (batch.rows > 0) await send(batch)
}

try {
  const source = await fileSource(path, limits)
  say({ say: 'candidates', format: source.format, candidates: await source.candidates() })
  await sendRows(source, await chosen)
  say({ say: 'end' })
} catch (error) {
  if (!(error instanceof RefusedFile)) throw error
  say({ say: 'refused', terms: error.terms })
} finally {
  port.close()
}
