import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { SHEET_LIMITS } from '#app/intake/reader/limits'
import type { ReadingOrder } from '#app/intake/reader/messages'

/** A thread that read its last file to the end: starting another costs more than reading most files. */
let idle: Worker | null = null

/** A thread with a heap of its own, that reads this file. */
export function readerThread(order: ReadingOrder): Worker {
  const usual = order.limits.heapMb === SHEET_LIMITS.heapMb
  const worker = usual && idle ? idle : start(order.limits.heapMb)
  if (worker === idle) idle = null
  worker.removeAllListeners()
  worker.ref()
  worker.postMessage(order)
  return worker
}

/**
 * Ends a thread, or keeps it for the next file when this one was read to its end with the usual limits. An idle
 * thread does not keep the process alive; one that dies is forgotten.
 */
export async function releaseThread(worker: Worker, reusable: boolean): Promise<void> {
  worker.removeAllListeners()
  if (!reusable || idle !== null) return void (await worker.terminate())
  const forget = () => {
    if (idle === worker) idle = null
  }
  worker.once('error', forget).once('exit', forget).unref()
  idle = worker
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
