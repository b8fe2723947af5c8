import { LIFTABLE_CODES, type Decision } from '#app/reconciliation/decisions/decision'
import {
  outdateRunsOf,
  refuseSettled,
  refuseUnfounded,
  withdraw,
} from '#app/reconciliation/decisions/form_decisions'
import { FINDING_CODES, type FindingCode } from '#app/reconciliation/findings/finding_codes'
import { outcomeLabel } from '#app/reconciliation/reconciliation_lines'
import { refuseReason } from '#app/reconciliation/decisions/refuse_reason'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { transaction } from '#app/shared/transaction'

export interface FormDecision {
  formId: number
  code: string
  verdict: Decision['verdict']
  reason: string
  actorId: number
}

/** Answers a finding of a form, with a reason: accepts it, or refuses the form because of it. */
export async function decideForm(decision: FormDecision): Promise<{ id: number } | Refused> {
  const { formId, code, verdict, reason, actorId } = decision
  const refused = wrongWords(decision)
  if (refused) return refused
  return transaction<{ id: number }>(async (trx) => {
    await outdateRunsOf(trx, formId, actorId)
    const settled = (await refuseSettled(trx, formId)) ?? (await refuseUnfounded(trx, formId, code))
    if (settled) return settled
    await withdraw(trx, formId, code, actorId)
    const [created] = await trx
      .table('decisions')
      .insert({ form_id: formId, code, verdict, reason, decided_by: actorId })
      .returning('id')
    await recordEvent(trx, actorId, {
      verb: 'form.decided',
      subject: ['return_form', formId],
      after: { code, verdict, reason },
    })
    return { id: created.id as number }
  })
}

function wrongWords({ code, verdict, reason }: FormDecision): Refused | null {
  const unexplained = refuseReason(reason, 'Une décision')
  if (unexplained) return unexplained
  if (code !== 'RETENUE' && !Object.hasOwn(FINDING_CODES, code)) {
    return refuse(
      'CONSTAT_INCONNU',
      `« ${code} » n’est pas un constat.`,
      `Constats : ${Object.keys(FINDING_CODES).join(', ')}.`
    )
  }
  if (verdict === 'accepted' && !LIFTABLE_CODES.has(code as FindingCode)) {
    return refuse(
      'CONSTAT_NON_LEVABLE',
      `Une décision ne lève pas le constat «\u00a0${outcomeLabel(code)}\u00a0».`,
      `Elle peut lever\u00a0: ${[...LIFTABLE_CODES].map(outcomeLabel).join(', ')}. Les autres se règlent par un avenant, une réaffectation ou une fiche corrigée.`
    )
  }
  return null
}
