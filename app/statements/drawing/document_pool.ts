import { availableParallelism } from 'node:os'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { RunData, StatementData } from '#app/statements/content/statement_data'

export interface DocumentPool {
  /**
   * Takes a statement, or the JSON text that its issue recorded, which changes thread for less. Rejects when it
   * cannot be rendered, or when its thread dies.
   */
  render(statement: StatementData | string): Promise<StatementDocuments>
  /** The run's workbook. */
  renderRun(run: RunData): Promise<Uint8Array>
  /** Stops the threads; what is still waiting is rejected. */
  close(): Promise<void>
}

export interface StatementDocuments {
  pdf: Uint8Array
  workbook: Uint8Array
}

export type DocumentJob =
  { kind: 'statement'; data: StatementData | string } | { kind: 'run'; run: RunData }
export type DocumentReply = { documents: Uint8Array[] } | { error: Error }

interface Task {
  job: DocumentJob
  resolve(documents: Uint8Array[]): void
  reject(error: Error): void
}

const EXTENSION = extname(new URL(import.meta.url).pathname)
// As source, Node erases the types by itself: a loader would cost each thread a thread of its own.
const ENTRY = EXTENSION === '.ts' ? './source_worker.ts' : './document_worker.js'

/**
 * Renders documents in threads of their own, so that a request never waits behind a run's hundred
 * and thirty statements. Threads start with the first documents, or, with `warm`, before there are any.
 * One that dies rejects its document and is replaced when the next document needs it.
 */
export function createDocumentPool({
  size = availableParallelism(),
  warm = false,
}: { size?: number; warm?: boolean } = {}): DocumentPool {
  const idle: Worker[] = []
  const busy = new Map<Worker, Task>()
  const waiting: Task[] = []
  let closed = false

  const start = () => {
    const worker = new Worker(new URL(ENTRY, import.meta.url), {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      // Drawing leaves much and keeps little: more room for what is short-lived would only be held for longer.
      resourceLimits: { maxYoungGenerationSizeMb: 32 },
    })
    worker.on('message', (reply: DocumentReply) => {
      const task = busy.get(worker)!
      busy.delete(worker)
      idle.push(worker)
      if ('documents' in reply) task.resolve(reply.documents)
      else task.reject(reply.error)
      next()
    })
    worker.on('error', (error) => drop(worker, error))
    worker.on('exit', (code) => drop(worker, new Error(`exit code ${code}`)))
    return worker
  }

  const drop = (worker: Worker, cause: Error) => {
    const at = idle.indexOf(worker)
    if (at >= 0) idle.splice(at, 1)
    const task = busy.get(worker)
    busy.delete(worker)
    task?.reject(new Error(`The thread rendering ${nameOf(task.job)} died`, { cause }))
    next()
  }

  const next = () => {
    while (!closed && waiting.length > 0 && busy.size < size) {
      const worker = idle.shift() ?? start()
      const task = waiting.shift()!
      try {
        worker.postMessage(task.job)
        busy.set(worker, task)
      } catch (error) {
        idle.push(worker)
        task.reject(error as Error)
      }
    }
  }

  const run = (job: DocumentJob) =>
    new Promise<Uint8Array[]>((resolve, reject) => {
      if (closed) throw new Error('The document pool is closed')
      // A run's workbook takes as long as fifty statements: started last, it would be waited for alone.
      if (job.kind === 'run') waiting.unshift({ job, resolve, reject })
      else waiting.push({ job, resolve, reject })
      next()
    })

  if (warm) for (let i = 0; i < size; i++) idle.push(start())

  return {
    async render(statement) {
      const [pdf, workbook] = await run({ kind: 'statement', data: statement })
      return { pdf: pdf!, workbook: workbook! }
    },
    async renderRun(data) {
      const [workbook] = await run({ kind: 'run', run: { ...data, details: [...data.details] } })
      return workbook!
    },
    async close() {
      closed = true
      const error = new Error('The document pool was closed before this document')
      for (const task of waiting.splice(0)) task.reject(error)
      await Promise.all([...idle, ...busy.keys()].map((worker) => worker.terminate()))
    },
  }
}

function nameOf(job: DocumentJob): string {
  if (job.kind === 'run') return `the run ${job.run.code}`
  const { number } = typeof job.data === 'string' ? parsed(job.data) : job.data
  return `the statement ${number}`
}

function parsed(text: string): StatementData {
  return JSON.parse(text) as StatementData
}
