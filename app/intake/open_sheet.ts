import { findHeader } from '#app/intake/titles/find_header'
import { createMailbox } from '#app/intake/mailbox'
import { SHEET_LIMITS, type SheetLimits } from '#app/intake/reader/limits'
import type { FromWorker, ToWorker } from '#app/intake/reader/messages'
import { readerThread, releaseThread } from '#app/intake/reader_thread'
import type { PackedRows } from '#app/intake/reader/row_batch'
import { refusal, type RefusalTerms } from '#app/intake/sheet_refusals'
import type { SheetPart, SheetRow } from '#app/intake/sheet'

export interface SheetOptions {
  /** Titles to look for; accents, case and spacing do not count. */
  known: readonly string[]
  limits?: Partial<SheetLimits>
}

// Batches that the worker may send ahead: enough for both threads to work at once.
const AHEAD = 3

/**
 * Reads a stranger’s CSV or XLSX in a worker thread with limits on heap and time: the head, then
 * batches of rows. A refusal, at any moment, is the last part; nothing is thrown for a bad file.
 */
export async function* openSheet(
  path: string,
  options: SheetOptions
): AsyncGenerator<SheetPart, void> {
  const limits = { ...SHEET_LIMITS, ...options.limits }
  const worker = readerThread({ path, limits })
  const mailbox = createMailbox<FromWorker>()
  const tell = (message: ToWorker) => worker.postMessage(message)
  worker.on('message', (message: FromWorker) => mailbox.post(message))
  worker.on('error', (error) => mailbox.post({ say: 'refused', terms: crashTerms(error) }))
  worker.on('exit', () => mailbox.post({ say: 'refused', terms: ['reader_stopped'] }))
  let ended = false
  try {
    let left = limits.readingTime
    for (;;) {
      const asked = performance.now()
      const message = await mailbox.take(Math.min(limits.partTime, left))
      left -= performance.now() - asked
      if (message === null || left <= 0) return yield { refused: refusal('too_slow') }
      if (message.say === 'end') return void (ended = true)
      if (message.say === 'refused') return yield { refused: refusal(...message.terms) }
      if (message.say === 'rows') {
        tell({ more: true })
        yield { rows: unpackRows(message.batch) }
        continue
      }
      const found = findHeader(message.candidates, options.known, limits)
      if ('refused' in found) return yield found
      const { headers, ...choice } = found
      const sheetName = message.candidates[choice.candidate]?.sheetName ?? ''
      yield { head: { headers, headerRow: choice.headerRow, sheetName, format: message.format } }
      tell({ choose: choice })
      for (let n = 0; n < AHEAD; n++) tell({ more: true })
    }
  } finally {
    await releaseThread(worker, ended && limits.heapMb === SHEET_LIMITS.heapMb)
  }
}

function crashTerms(error: unknown): RefusalTerms {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? ['too_hungry'] : ['reader_stopped']
}

function unpackRows({ text, width, rowNumbers, faults }: PackedRows): SheetRow[] {
  const cells = text.split('\0')
  return Array.from(rowNumbers, (rowNumber, index) => {
    const row: SheetRow = { rowNumber, cells: cells.slice(index * width, (index + 1) * width) }
    const faulty = faults.get(index)
    if (faulty) row.faults = faulty
    return row
  })
}
