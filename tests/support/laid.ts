import { leaveQueue } from '#app/shared/works/work_queue'
import { row } from '#app/shared/rows'
import { resetDatabase } from '#database/reset_database'
import { endIdleConnections } from '#tests/support/connections'
import { administer } from '#tests/support/test_database'

/** What was laid once, and the database that keeps it as it was then. */
interface Kept {
  template: string
  value: unknown
}

const kept = new Map<string, Kept>()

/**
 * Lays a story in the present database, whatever it holds: told the first time, copied the next ones, since a copy
 * costs a fifth of a second and a story several. The same name must mean the same story.
 */
export async function laid<T>(name: string, tell: () => Promise<T>): Promise<T> {
  const known = kept.get(name)
  if (known) {
    await withoutConnection((present) => copy(known.template, present))
    return known.value as T
  }
  const value = await tell()
  const template = `laid_${kept.size}_${process.pid}_test`
  await withoutConnection((present) => copy(present, template))
  kept.set(name, { template, value })
  return value
}

/** The schema, and nothing in it. */
export function emptyDatabase(): Promise<void> {
  return laid('nothing', resetDatabase)
}

/** Drops the copies, at the end of the process's tests. */
export async function forgetLaid(): Promise<void> {
  for (const { template } of kept.values()) await drop(template)
  kept.clear()
}

/** Does the work while this process is not connected to the present database. */
async function withoutConnection(work: (present: string) => Promise<void>): Promise<void> {
  await leaveQueue()
  const { name } = (await row<{ name: string }>('SELECT current_database() AS name'))!
  endIdleConnections()
  await work(name)
}

async function copy(from: string, to: string): Promise<void> {
  await drop(to)
  await administer(`CREATE DATABASE "${to}" TEMPLATE "${from}"`)
}

async function drop(name: string): Promise<void> {
  await administer(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
}
