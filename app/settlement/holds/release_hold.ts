import { lockRun } from '#app/settlement/run'
import { voidApprovals } from '#app/settlement/approval/reopen_run'
import { recordEvent } from '#app/shared/record_event'
import { isRefused, refuse, type Refused } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import { transaction } from '#app/shared/transaction'

/** Takes an association's part back among those that the run pays, before it is issued. */
export async function releaseHold(
  runId: number,
  associationCode: string,
  actorId: number
): Promise<{ released: string } | Refused> {
  return transaction<{ released: string }>(async (trx) => {
    const run = await lockRun(trx, runId, 'hold')
    if (isRefused(run)) return run
    const released = await rows(
      `UPDATE run_holds SET released_at = now() WHERE run_id = ? AND released_at IS NULL
         AND association_id = (SELECT id FROM associations WHERE code = ?) RETURNING id`,
      [runId, associationCode],
      trx
    )
    if (released.length === 0) {
      return refuse(
        'NON_RETENUE',
        `L’association « ${associationCode} » n’est pas retenue dans cette campagne.`
      )
    }
    await voidApprovals(trx, run, actorId, `Retenue de ${associationCode} levée`)
    await recordEvent(trx, actorId, {
      verb: 'run.association_released',
      subject: ['run', runId],
      after: { association: associationCode },
    })
    return { released: associationCode }
  })
}
