import { addDays, type Day } from '#app/shared/day'
import { row } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** The day a fact is booked on: its own, or the first one after the periods that are closed. */
export async function openDay(trx: Trx, day: Day): Promise<Day> {
  const closed = await row<{ until: Day | null }>(
    'SELECT max(until) AS until FROM period_closures',
    [],
    trx
  )
  return closed?.until && day <= closed.until ? addDays(closed.until, 1) : day
}
