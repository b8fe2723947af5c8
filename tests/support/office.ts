import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { appKey } from '#start/env'
import type { Reason } from '#app/shared/result'
import type { Books } from '#tests/support/books'
import { usualDatabaseUrl, type TestDatabase } from '#tests/support/test_database'
import type { Crash } from '#tests/support/watch_writes'

export type Verb =
  | 'read'
  | 'import'
  | 'undo'
  | 'calculate'
  | 'submit'
  | 'approve'
  | 'hold'
  | 'abandon'
  | 'issue'
  | 'order'
  | 'answer'
  | 'purge'

/** What an office is asked to do, as the command of that name does it, but at a given instant. */
export interface Task {
  verb: Verb
  database: Pick<TestDatabase, 'url'>
  /** Folder of the archived files. */
  archive: string
  /** Numbers of those who act. */
  people: { coordinator: number; finance: number; approver: number }
  at: string
  executionDate: string
  runId?: number
  importId?: number
  file?: { kind: 'saisines' | 'fiches'; path: string }
  crash?: Crash
}

export interface Reply {
  /** One by one, in their order. */
  writes: string[]
  /** What was thrown after a write was made to fail. */
  thrown: string | null
  refused: Reason[]
  books: Books
}

/** A process was killed at this write. */
export interface Killed {
  killedAt: string
}

/** What the process of an office sends. */
export interface OfficeMessage {
  office: Reply | { ready: true } | { error: string }
}

export interface Office {
  do(task: Task): Promise<Reply | Killed>
  close(): Promise<void>
}

const PROGRAM = fileURLToPath(new URL('office_process.ts', import.meta.url))

/** More than any task takes on a busy machine: what is still waiting then waits for ever. */
const PATIENCE_MS = 300_000

/** Starts a process of the application on the test server, with the key of this installation. */
export async function startOffice(environment: Record<string, string> = {}): Promise<Office> {
  const storage = await mkdtemp(join(tmpdir(), 'reversement-office-'))
  const child = fork(PROGRAM, {
    execArgv: ['--no-warnings=ExperimentalWarning', '--import', '@poppinss/ts-exec'],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'test',
      DATABASE_URL: usualDatabaseUrl(),
      APP_KEY: appKey,
      STORAGE_PATH: storage,
      ...environment,
    },
  })
  let said = ''
  child.stdout!.on('data', (text) => (said += text))
  await answer(child)
  return {
    async do(task) {
      if (!child.connected) throw new Error('The office has left already')
      const answered = answer(child)
      child.send(task)
      return ((await answered) as Reply | null) ?? { killedAt: said }
    },
    async close() {
      if (child.exitCode === null && child.signalCode === null) {
        child.disconnect()
        await once(child, 'exit')
      }
      await rm(storage, { recursive: true })
    },
  }
}

/** What the office says next; null when it is killed before it speaks. */
function answer(child: ChildProcess): Promise<OfficeMessage['office'] | null> {
  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => reject(new Error('The office does not answer')), PATIENCE_MS)
    const leave = () => {
      clearTimeout(giveUp)
      child.off('message', hear)
      if (child.signalCode === 'SIGKILL') resolve(null)
      else reject(new Error(`The office left with ${child.signalCode ?? child.exitCode}`))
    }
    // The framework speaks on the same channel.
    const hear = (message: Partial<OfficeMessage>) => {
      if (!message.office) return
      clearTimeout(giveUp)
      child.off('message', hear).off('close', leave)
      if ('error' in message.office) reject(new Error(message.office.error))
      else resolve(message.office)
    }
    child.on('message', hear).once('close', leave)
  })
}
