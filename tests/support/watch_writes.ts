import { writeSync } from 'node:fs'
import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import pg from 'pg'

/**
 * When the process dies: before a write is sent; during it (sent and not answered, or half a file on the disk); or
 * after it, before anyone learns that it is done.
 */
export const MOMENTS = ['before', 'during', 'after'] as const

export interface Crash {
  /** Rank of the write, from 1. */
  at: number
  moment: (typeof MOMENTS)[number]
}

export interface WriteWatch {
  /** Starts to count again from 1, and to wait for that crash if any. */
  restart(crash?: Crash): void
  /** What was written since. */
  writes: readonly string[]
}

const WRITING = /\b(INSERT INTO|UPDATE\s+\S+\s+SET|DELETE FROM|COPY\s.+\sFROM STDIN|COMMIT)\b/i

/**
 * Watches all that this process writes, statements that write or commit and files of the archive, and kills it at
 * the n-th: SIGKILL, no exit handler, no rollback. The description of that write is left on the standard output.
 */
export function watchWrites(): WriteWatch {
  let writes: string[] = []
  let crash: Crash | undefined

  const next = (what: string): Crash['moment'] | undefined => {
    writes.push(what)
    return writes.length === crash?.at ? crash.moment : undefined
  }
  const die = (): never => {
    writeSync(1, writes.at(-1)!)
    process.kill(process.pid, 'SIGKILL')
    throw new Error('Still alive')
  }

  watchStatements(next, die)
  watchFiles(next, die)
  return {
    restart(planned) {
      writes = []
      crash = planned
    },
    get writes() {
      return writes
    },
  }
}

type Next = (what: string) => Crash['moment'] | undefined
type Answer = (...answer: unknown[]) => void

/** Knex gives a callback to every query: the answer is stopped on its way there. */
function watchStatements(next: Next, die: () => never): void {
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown }
  const query = prototype.query
  prototype.query = function (this: unknown, ...args: unknown[]) {
    const [config] = args as [string | { text?: string }]
    const text = (typeof config === 'string' ? config : config.text) ?? ''
    const answer = args.at(-1)
    if (!WRITING.test(text) || typeof answer !== 'function') return query.apply(this, args)
    const moment = next(text.replaceAll(/\s+/g, ' ').slice(0, 80))
    if (moment === 'before') die()
    if (moment === 'after') args.splice(-1, 1, die satisfies Answer)
    const sent = query.apply(this, args)
    if (moment === 'during') setImmediate(die)
    return sent
  }
}

function watchFiles(next: Next, die: () => never): void {
  const { writeFile, rename } = fs
  fs.writeFile = async (...args: Parameters<typeof writeFile>) => {
    const [path, bytes] = args
    const moment = next(`file ${String(path)}`)
    if (moment === 'before') die()
    if (moment === 'during') await writeFile(path, (bytes as Uint8Array).subarray(0, 100))
    else await writeFile(...args)
    if (moment) die()
  }
  fs.rename = async (from, to) => {
    const moment = next(`rename ${String(to)}`)
    if (moment === 'before') die()
    await rename(from, to)
    if (moment) die()
  }
  syncBuiltinESMExports()
}
