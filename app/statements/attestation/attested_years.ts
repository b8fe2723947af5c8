import type { Day } from '#app/shared/day'
import { rows } from '#app/shared/rows'

/** The civil years that have something to certify, of the association that asks, behind its wall. */
export async function attestedYears(today: Day): Promise<number[]> {
  const found = await rows<{ year: number }>(
    `SELECT extract(year FROM booked_on)::int AS year FROM my_booked_transfers()
     UNION SELECT extract(year FROM o.execution_date)::int FROM transfers t
       JOIN transfer_orders o ON o.id = t.transfer_order_id JOIN statements s ON s.id = t.statement_id
       WHERE t.state IN ('issued', 'accepted') AND o.execution_date <= ?`,
    [today]
  )
  return found.map(({ year }) => year)
}
