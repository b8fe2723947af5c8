import { readdirSync, readFileSync } from 'node:fs'
import { row } from '#app/shared/rows'

/** The kernel counts processor time in hundredths of a second. */
const TICKS_PER_SECOND = 100

/** Seconds of processor that the PostgreSQL server has used since it started, all its processes together. */
export type ServerClock = () => number

/**
 * Reads the server's time in /proc: null when it runs on another machine, or on a system without /proc. What other
 * databases of the same server do meanwhile counts too.
 */
export async function serverClock(database: string): Promise<ServerClock | null> {
  const { pid } = (await row<{ pid: number }>('SELECT pg_backend_pid() AS pid'))!
  if (!isBackendHere(pid, database)) return null
  const postmaster = stat(pid)!.parent
  return () => {
    const ticks = processes()
      .map(stat)
      .filter((one) => one !== null)
      .map(({ pid: id, parent, own, ofDeadChildren }) => {
        if (id === postmaster) return own + ofDeadChildren
        return parent === postmaster ? own : 0
      })
    return ticks.reduce((sum, n) => sum + n, 0) / TICKS_PER_SECOND
  }
}

/** A server elsewhere may have a process of the same number: this one names its database. */
function isBackendHere(pid: number, database: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(database)
  } catch {
    return false
  }
}

function processes(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
}

/** proc_pid_stat(5): the name of the process, in parentheses, may hold anything. */
function stat(pid: number) {
  let text: string
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return null
  }
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const [parent, user, system, deadUser, deadSystem] = [1, 11, 12, 13, 14].map((i) =>
    Number(fields[i])
  )
  return {
    pid,
    parent: parent!,
    own: user! + system!,
    ofDeadChildren: deadUser! + deadSystem!,
  }
}
