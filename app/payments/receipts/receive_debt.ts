import { lockBankAnswers } from '#app/payments/bank/lock_bank_answers'
import { resolveAsReceipt } from '#app/payments/bank/resolve_as_receipt'
import { writeDebitPayment, type PaidDebt } from '#app/statements/debit_notes/record_debit_payment'
import type { Day } from '#app/shared/day'
import { isRefused, refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { transaction } from '#app/shared/transaction'

/** A credit of the bank is an association paying its debit note, to the cent; the item that waited is closed. */
export async function receiveDebt(
  actorId: number,
  { partId, statementId }: { partId: number; statementId: number },
  at: Date = new Date()
): Promise<PaidDebt | Refused> {
  return transaction<PaidDebt>(async (trx) => {
    await lockBankAnswers(trx)
    const resolved = await resolveAsReceipt(trx, { partId, actorId, at, as: 'debt' })
    if (isRefused(resolved)) return resolved
    const line = await row<{ paidOn: Day; reference: string; same: boolean }>(
      `SELECT m.booked_on AS "paidOn", left(coalesce(p.end_to_end_id, p.label, m.label, format('ligne %s', p.id)), 120) AS reference,
         p.amount_cents IS NOT DISTINCT FROM (SELECT amount_cents FROM debit_notes WHERE statement_id = ?) AS same
       FROM bank_parts p JOIN bank_movements m ON m.id = p.movement_id WHERE p.id = ?`,
      [statementId, partId],
      trx
    )
    const { same, ...told } = line!
    if (!same) {
      return refuse(
        'MONTANT_DIFFERENT',
        'La ligne de banque n’a pas le montant de la note de débit.',
        'Une note se paie en entier\u00a0: voyez le reste avec l’association.'
      )
    }
    return writeDebitPayment(trx, actorId, { statementId, partId, ...told }, at)
  })
}
