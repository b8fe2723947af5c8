import { writeSync } from 'node:fs'
import { watchFiles } from '#tests/support/watch_files'
import { watchStatements } from '#tests/support/watch_statements'

/**
 * When the process dies: before a write is sent; during it (sent and not answered, or half a file on the disk); or
 * after it, before anyone learns that it is done.
 */
export const DEATHS = ['before', 'during', 'after'] as const

/**
 * How a write fails under a process that lives: the disk is full (half a file is on it, or the transaction is
 * aborted); or the write is done, and the connection falls before its answer.
 */
export const FAULTS = ['full', 'cut'] as const

export interface Crash {
  /** Rank of the write, from 1. */
  at: number
  moment: (typeof DEATHS)[number] | (typeof FAULTS)[number]
}

export interface WriteWatch {
  /** Starts to count again from 1, and to wait for that crash if any. */
  restart(crash?: Crash): void
  /** What was written since. */
  writes: readonly string[]
}

/**
 * Counts one write; gives the moment to act at, when it is the one. What is done side by side is not always done in the
 * same order: a strike that means nothing for that write is kept for the next one.
 */
export type Next = (what: string, meaningless?: Crash['moment']) => Crash['moment'] | undefined
export type Die = () => never

/**
 * Watches all that this process writes, statements that write or commit and files of the archive. At the n-th, kills
 * it (SIGKILL: no exit handler, no rollback; the description of that write is left on the standard output), or makes
 * that write fail.
 */
export function watchWrites(): WriteWatch {
  let writes: string[] = []
  let crash: Crash | undefined

  const next: Next = (what, meaningless) => {
    writes.push(what)
    if (!crash || writes.length < crash.at || crash.moment === meaningless) return undefined
    const { moment } = crash
    crash = undefined
    return moment
  }
  const die: Die = () => {
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
