import type { WrittenMove } from '#app/payments/bank/move_transfers'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** A run is paid when each of its statements that pays something has its transfer executed; a return undoes it. */
export async function followRuns(
  trx: Trx,
  moved: readonly Pick<WrittenMove, 'partId' | 'runId'>[],
  actorId: number
): Promise<void> {
  const runIds = moved.filter(({ partId }) => partId !== null).map(({ runId }) => runId)
  if (runIds.length === 0) return
  await rows(
    `WITH facts AS MATERIALIZED (
       SELECT r.id, r.state, EXISTS (SELECT 1 FROM statements s WHERE s.run_id = r.id AND s.payable_cents > 0
         AND NOT EXISTS (SELECT 1 FROM transfers t WHERE t.statement_id = s.id AND t.state = 'executed')) AS owes
       FROM runs r WHERE r.id = ANY(?)),
     changed AS (
       UPDATE runs SET state = CASE WHEN f.owes THEN 'issued' ELSE 'paid' END
       FROM facts f WHERE f.id = runs.id AND runs.state = CASE WHEN f.owes THEN 'paid' ELSE 'issued' END
       RETURNING runs.id, runs.state)
     INSERT INTO events (actor_id, verb, subject_type, subject_id)
     SELECT ?, CASE state WHEN 'paid' THEN 'run.paid' ELSE 'run.unpaid' END, 'run', id FROM changed`,
    [runIds, actorId],
    trx
  )
}
