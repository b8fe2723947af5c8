import { recordEvent } from '#app/shared/record_event'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/**
 * Takes the convention's calculated run back to draft, in the caller's transaction: what it was calculated from
 * has changed, and only a new calculation may be submitted. Call it before any other lock is taken: it waits for
 * the calculation or the submission in progress, after which the run is in the state to judge.
 */
export async function outdateRuns(
  trx: Trx,
  conventionId: number,
  actorId: number | null
): Promise<void> {
  await rows(
    `SELECT id FROM runs WHERE convention_id = ?
       AND state IN ('draft', 'calculated', 'submitted', 'approved', 'issuing') FOR UPDATE`,
    [conventionId],
    trx
  )
  const outdated = await rows<{ id: number }>(
    `UPDATE runs SET state = 'draft' WHERE convention_id = ? AND state = 'calculated' RETURNING id`,
    [conventionId],
    trx
  )
  for (const { id } of outdated) {
    await recordEvent(trx, actorId, { verb: 'run.outdated', subject: ['run', id] })
  }
}
