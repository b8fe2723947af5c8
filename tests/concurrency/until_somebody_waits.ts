import { setTimeout } from 'node:timers/promises'
import { row } from '#app/shared/rows'

/** Until a connection waits for a named lock that another holds; throws when the verb ends without waiting. */
export async function untilSomebodyWaits(verb: Promise<object>): Promise<void> {
  let over = false
  void verb.finally(() => (over = true))
  while (!over) {
    const waiting = await row(
      `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`
    )
    if (waiting) return
    await setTimeout(5)
  }
  throw new Error('The verb did not wait for its lock')
}
