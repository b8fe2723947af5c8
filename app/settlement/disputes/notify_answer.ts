import type { DisputeAnswer } from '#app/settlement/disputes/answer_dispute'
import { disputeLetter } from '#app/shared/mail/letters/dispute_answered'
import { notify } from '#app/shared/mail/notify'
import { row } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** Tells the association that its dispute has an answer: a dispute is answered once. */
export async function notifyAnswer(
  trx: Trx,
  { disputeId, verdict, actorId }: Pick<DisputeAnswer, 'disputeId' | 'verdict' | 'actorId'>
): Promise<void> {
  const about = (await row<{ associationId: number; reference: string | null }>(
    `SELECT d.association_id AS "associationId", coalesce(f.reference, s.reference, st.number) AS reference
     FROM disputes d LEFT JOIN return_forms f ON f.id = d.form_id
     LEFT JOIN settlement_lines l ON l.id = d.line_id LEFT JOIN saisines s ON s.id = l.saisine_id
     LEFT JOIN statements st ON st.run_id = l.run_id AND st.association_id = l.association_id WHERE d.id = ?`,
    [disputeId],
    trx
  ))!
  const { associationId, reference } = about
  const letter = disputeLetter({ id: disputeId, verdict, reference })
  const cause = `dispute:${disputeId}`
  await notify(trx, [{ kind: 'dispute', associationId, cause, letter }], actorId)
}
