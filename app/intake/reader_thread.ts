import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { SHEET_LIMITS } from '#app/intake/reader/limits'
import type { ReadingOrder } from '#app/intake/reader/messages'

/** Started while the file before is read: a thread takes some 150 ms to start, often more than to read. */
let spare: Worker | null = null

/** A thread that reads one file, with a heap of its own; the next one is started at once. */
export function readerThread(order: ReadingOrder): Worker {
  const usual = order.limits.heapMb === SHEET_LIMITS.heapMb
  const worker = usual && spare ? spare : start(order.limits.heapMb)
  if (worker === spare) spare = null
  worker.removeAllListeners()
  worker.ref()
  worker.postMessage(order)
  if (spare === null) keepSpare()
  return worker
}

/** The spare does not keep the process alive; one that dies is forgotten. */
function keepSpare(): void {
  const worker = start(SHEET_LIMITS.heapMb)
  const forget = () => {
    if (spare === worker) spare = null
  }
  worker.once('error', forget).once('exit', forget).unref()
  spare = worker
}

function start(heapMb: number): Worker {
  // Source files are .ts, and .js once built: the worker is whatever this module is.
  const extension = extname(new URL(import.meta.url).pathname)
  return new Worker(new URL(`./reader/worker${extension}`, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 8 },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: {},
  })
}
