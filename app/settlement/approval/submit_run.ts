import { DateTime } from 'luxon'
import { checkGates, type BlockedAssociation } from '#app/settlement/gates/gates'
import type Run from '#app/settlement/run'
import { lockRun } from '#app/settlement/run'
import { recordEvent } from '#app/shared/record_event'
import { isRefused, type Reason, type Refused } from '#app/shared/result'
import { transaction } from '#app/shared/transaction'

/** Hands a calculated run to its approvers, when every gate is open for what is not on hold. */
export async function submitRun(
  runId: number,
  actorId: number,
  at = new Date()
): Promise<Run | Refused> {
  return transaction<Run>(async (trx) => {
    const run = await lockRun(trx, runId, 'submit')
    if (isRefused(run)) return run
    const gates = await checkGates(trx, run, at)
    const refused = [...gates.run, ...gates.associations.flatMap(blockedReasons)]
    if (refused.length > 0) return { refused }
    run.merge({ state: 'submitted', submittedBy: actorId, submittedAt: DateTime.fromJSDate(at) })
    await run.useTransaction(trx).save()
    await recordEvent(trx, actorId, { verb: 'run.submitted', subject: ['run', run.id] })
    return run
  })
}

/** Each reason with the association it is about. */
export function blockedReasons({ code, name, reasons }: BlockedAssociation): Reason[] {
  return reasons.map((reason) => ({ ...reason, message: `${code} ${name} : ${reason.message}` }))
}
