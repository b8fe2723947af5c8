import { checkGates } from '#app/settlement/gates/gates'
import { writeHold } from '#app/settlement/holds/hold_association'
import { lockRun } from '#app/settlement/run'
import { isRefused, refuse, type Refused } from '#app/shared/result'
import { transaction } from '#app/shared/transaction'

/** Sets aside every association that cannot be paid at this instant, each for the first reason of its own. */
export async function holdBlocked(
  runId: number,
  actorId: number,
  at: Date
): Promise<{ held: string[] } | Refused> {
  return transaction<{ held: string[] }>(async (trx) => {
    const run = await lockRun(trx, runId, 'hold')
    if (isRefused(run)) return run
    const { associations } = await checkGates(trx, run, at)
    if (associations.length === 0) {
      return refuse(
        'AUCUNE_BLOQUEE',
        'Aucune association n’est plus bloquée.',
        'Il n’y a rien à retenir.'
      )
    }
    for (const { associationId, code, reasons } of associations) {
      await writeHold(trx, run, { id: associationId, code, reason: reasons[0]!.message }, actorId)
    }
    return { held: associations.map(({ code }) => code) }
  })
}
