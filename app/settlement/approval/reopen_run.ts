import type Run from '#app/settlement/run'
import { lockRun } from '#app/settlement/run'
import { recordEvent } from '#app/shared/record_event'
import { isRefused, refuse, type Refused } from '#app/shared/result'
import { transaction, type Trx } from '#app/shared/transaction'

/** Takes a submitted or approved run back to its calculation; the approvals given are void. */
export async function reopenRun(
  runId: number,
  actorId: number,
  reason: string
): Promise<Run | Refused> {
  if (reason.trim() === '') {
    return refuse('MOTIF_MANQUANT', 'Une réouverture se motive.', 'Dites pourquoi.')
  }
  return transaction<Run>(async (trx) => {
    const run = await lockRun(trx, runId, 'reopen')
    if (isRefused(run)) return run
    await voidApprovals(trx, run, actorId, reason)
    return run
  })
}

/** An approval is for one content: when it changes, what was approved is no more. */
export async function voidApprovals(
  trx: Trx,
  run: Run,
  actorId: number,
  reason: string
): Promise<void> {
  if (run.state !== 'submitted' && run.state !== 'approved') return
  await trx
    .from('run_approvals')
    .where('run_id', run.id)
    .whereNull('voided_at')
    .update({ voided_at: new Date(), void_reason: reason })
  run.merge({ state: 'calculated', submittedBy: null, submittedAt: null })
  await run.useTransaction(trx).save()
  await recordEvent(trx, actorId, {
    verb: 'run.reopened',
    subject: ['run', run.id],
    after: { reason },
  })
}
