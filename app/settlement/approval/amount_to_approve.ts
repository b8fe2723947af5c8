import type { Cents } from '#app/shared/cents'
import { row } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** What the run would send out: an association that owes money does not make the payments of the others smaller. */
export async function amountToApprove(trx: Trx, runId: number): Promise<Cents> {
  const found = await row<{ total: Cents }>(
    `SELECT coalesce(sum(greatest(total_cents, 0)), 0)::bigint AS total FROM run_associations WHERE run_id = ?`,
    [runId],
    trx
  )
  return found!.total
}
