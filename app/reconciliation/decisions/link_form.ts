import {
  outdateRunsOf,
  refuseSettled,
  withdraw,
} from '#app/reconciliation/decisions/form_decisions'
import { refuseReason } from '#app/reconciliation/decisions/refuse_reason'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { transaction } from '#app/shared/transaction'

export interface FormLink {
  formId: number
  saisineId: number
  reason: string
  actorId: number
}

/** Attaches a form whose reference is unknown to the saisine it meant; undone like any decision. */
export async function linkForm({
  formId,
  saisineId,
  reason,
  actorId,
}: FormLink): Promise<{ id: number } | Refused> {
  const unexplained = refuseReason(reason, 'Un rattachement')
  if (unexplained) return unexplained
  return transaction<{ id: number }>(async (trx) => {
    await outdateRunsOf(trx, formId, actorId)
    const settled = await refuseSettled(trx, formId)
    if (settled) return settled
    const same = await row<{ id: number }>(
      `SELECT s.id FROM saisines s JOIN return_forms f ON f.convention_id = s.convention_id
       WHERE s.id = ? AND f.id = ?`,
      [saisineId, formId],
      trx
    )
    if (!same) {
      return refuse(
        'SAISINE_ETRANGERE',
        `La saisine n° ${saisineId} n’existe pas dans la convention de la fiche.`,
        'Choisissez l’une des saisines proposées.'
      )
    }
    await withdraw(trx, formId, 'SAISINE_INCONNUE', actorId)
    const [created] = await trx
      .table('decisions')
      .insert({
        form_id: formId,
        code: 'SAISINE_INCONNUE',
        verdict: 'linked',
        saisine_id: saisineId,
        reason,
        decided_by: actorId,
      })
      .returning('id')
    await recordEvent(trx, actorId, {
      verb: 'form.linked',
      subject: ['return_form', formId],
      after: { saisineId, reason },
    })
    return { id: created.id as number }
  })
}
