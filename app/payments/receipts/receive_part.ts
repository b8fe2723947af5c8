import { matchReceipt } from '#app/ledger/receipts/match_receipt'
import { writeReceipt } from '#app/ledger/receipts/record_receipt'
import { lockBankAnswers } from '#app/payments/bank/lock_bank_answers'
import { resolveAsReceipt } from '#app/payments/bank/resolve_as_receipt'
import type { Cents } from '#app/shared/cents'
import { parisDay, type Day } from '#app/shared/day'
import { isRefused, refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { transaction, type Trx } from '#app/shared/transaction'

/** A credit of the bank is a funder’s money: an instalment that is known, or a new one of an envelope. */
export type Received = { partId: number } & ({ receiptId: number } | { envelopeId: number })

/** Says which instalment a credit is, recording it when it is new, and closes the item that waited for it. */
export async function receivePart(
  actorId: number,
  received: Received,
  at: Date = new Date()
): Promise<{ receiptId: number } | Refused> {
  const { partId } = received
  return transaction<{ receiptId: number }>(async (trx) => {
    await lockBankAnswers(trx)
    const resolved = await resolveAsReceipt(trx, { partId, actorId, at })
    if (isRefused(resolved)) return resolved
    const receipt =
      'receiptId' in received
        ? { id: received.receiptId }
        : await newReceipt(trx, actorId, { partId, envelopeId: received.envelopeId }, at)
    if (isRefused(receipt)) return receipt
    return matchReceipt(trx, { partId, receiptId: receipt.id, actorId })
  })
}

/** The instalment is what the bank’s line says: its day, its amount, its reference. */
async function newReceipt(
  trx: Trx,
  actorId: number,
  { partId, envelopeId }: { partId: number; envelopeId: number },
  at: Date
): Promise<{ id: number } | Refused> {
  const line = await row<{ receivedOn: Day; amountCents: Cents; reference: string }>(
    `SELECT m.booked_on AS "receivedOn", p.amount_cents AS "amountCents",
       coalesce(p.end_to_end_id, m.bank_reference, format('ligne %s du %s', m.id, m.booked_on)) AS reference
     FROM bank_parts p JOIN bank_movements m ON m.id = p.movement_id WHERE p.id = ?`,
    [partId],
    trx
  )
  const envelope = await row<{ conventionId: number }>(
    'SELECT convention_id AS "conventionId" FROM envelopes WHERE id = ? AND superseded_at IS NULL',
    [envelopeId],
    trx
  )
  if (!envelope) {
    return refuse(
      'ENVELOPPE_INCONNUE',
      'Cette enveloppe n’est pas en vigueur.',
      'Choisissez-en une autre.'
    )
  }
  return writeReceipt(trx, actorId, { ...envelope, envelopeId, ...line! }, parisDay(at))
}
