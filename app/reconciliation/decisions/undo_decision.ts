import {
  outdateRunsOf,
  refuseSettled,
  withdraw,
} from '#app/reconciliation/decisions/form_decisions'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { transaction } from '#app/shared/transaction'

/** Takes a decision back; the trace of it stays. */
export async function undoDecision(
  decisionId: number,
  actorId: number
): Promise<{ formId: number } | Refused> {
  return transaction<{ formId: number }>(async (trx) => {
    const decision = await row<{ formId: number; code: string }>(
      'SELECT form_id AS "formId", code FROM decisions WHERE id = ? AND undone_at IS NULL',
      [decisionId],
      trx
    )
    if (!decision)
      return refuse('DECISION_INCONNUE', `Il n’y a pas de décision n° ${decisionId} en vigueur.`)
    await outdateRunsOf(trx, decision.formId, actorId)
    const settled = await refuseSettled(trx, decision.formId)
    if (settled) return settled
    await withdraw(trx, decision.formId, decision.code, actorId)
    await recordEvent(trx, actorId, {
      verb: 'form.decision_undone',
      subject: ['return_form', decision.formId],
      before: { code: decision.code },
    })
    return { formId: decision.formId }
  })
}
