import type Run from '#app/settlement/run'
import { lockRun } from '#app/settlement/run'
import { voidApprovals } from '#app/settlement/approval/reopen_run'
import { recordEvent } from '#app/shared/record_event'
import { isRefused, refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { transaction, type Trx } from '#app/shared/transaction'

export interface Hold {
  runId: number
  associationCode: string
  reason: string
  actorId: number
}

/** Sets one association's part aside: the others are paid, and its lines wait for the next run. */
export async function holdAssociation({
  runId,
  associationCode,
  reason,
  actorId,
}: Hold): Promise<{ held: string } | Refused> {
  if (reason.trim() === '') {
    return refuse('MOTIF_MANQUANT', 'Une retenue se motive.', 'Dites pourquoi.', 'motif')
  }
  return transaction<{ held: string }>(async (trx) => {
    const run = await lockRun(trx, runId, 'hold')
    if (isRefused(run)) return run
    const association = await row<{ id: number; held: boolean }>(
      `SELECT a.id, EXISTS (SELECT 1 FROM run_holds WHERE run_id = ? AND association_id = a.id AND released_at IS NULL) AS held
       FROM associations a WHERE a.code = ?
         AND EXISTS (SELECT 1 FROM run_associations WHERE run_id = ? AND association_id = a.id)`,
      [runId, associationCode, runId],
      trx
    )
    if (!association) {
      return refuse(
        'ASSOCIATION_ABSENTE',
        `L’association « ${associationCode} » n’a pas de ligne dans cette campagne.`
      )
    }
    if (association.held)
      return refuse('DEJA_RETENUE', `L’association ${associationCode} est déjà retenue.`)
    await writeHold(trx, run, { id: association.id, code: associationCode, reason }, actorId)
    return { held: associationCode }
  })
}

/** Writes the hold of an association of a locked run; what was approved with it is approved no more. */
export async function writeHold(
  trx: Trx,
  run: Run,
  { id, code, reason }: { id: number; code: string; reason: string },
  actorId: number
): Promise<void> {
  await voidApprovals(trx, run, actorId, `Association ${code} retenue`)
  await trx
    .table('run_holds')
    .insert({ run_id: run.id, association_id: id, reason, held_by: actorId })
  await recordEvent(trx, actorId, {
    verb: 'run.association_held',
    subject: ['run', run.id],
    after: { association: code, reason },
  })
}
