import type Run from '#app/settlement/run'
import { lockRun } from '#app/settlement/run'
import { recordEvent } from '#app/shared/record_event'
import { isRefused, refuse, type Refused } from '#app/shared/result'
import { transaction } from '#app/shared/transaction'

/** Gives a run up before anything of it is issued: its lines go, its trace stays. */
export async function abandonRun(
  runId: number,
  actorId: number,
  reason: string
): Promise<Run | Refused> {
  if (reason.trim() === '') {
    return refuse('MOTIF_MANQUANT', 'Un abandon se motive.', 'Dites pourquoi.')
  }
  return transaction<Run>(async (trx) => {
    const run = await lockRun(trx, runId, 'abandon')
    if (isRefused(run)) return run
    await trx.from('settlement_lines').where('run_id', run.id).delete()
    await run.merge({ state: 'abandoned' }).useTransaction(trx).save()
    await recordEvent(trx, actorId, {
      verb: 'run.abandoned',
      subject: ['run', run.id],
      after: { reason },
    })
    return run
  })
}
