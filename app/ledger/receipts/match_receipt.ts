import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

export interface ReceiptMatch {
  /** A part of a line of the bank’s statement. */
  partId: number
  receiptId: number
  actorId: number
}

/** Says which line of the bank an instalment is, in the caller’s transaction: both of the same amount, each once. */
export async function matchReceipt(
  trx: Trx,
  { partId, receiptId, actorId }: ReceiptMatch
): Promise<{ receiptId: number } | Refused> {
  const found = await row<{
    conventionId: number | null
    reference: string
    same: boolean
    taken: boolean
  }>(
    `SELECT f.convention_id AS "conventionId", f.reference, f.amount_cents = p.amount_cents AS same,
       EXISTS (SELECT 1 FROM receipt_matches WHERE released_at IS NULL AND (receipt_id = f.id OR part_id = p.id)) AS taken
     FROM living_receipts f, bank_parts p WHERE f.id = ? AND p.id = ? FOR SHARE OF f, p`,
    [receiptId, partId],
    trx
  )
  if (!found) {
    return refuse('VERSEMENT_INCONNU', 'Ce versement ou cette ligne de banque n’existe pas.')
  }
  if (!found.same) {
    return refuse(
      'MONTANT_DIFFERENT',
      'La ligne de banque n’a pas le montant du versement.',
      'Enregistrez le versement au montant reçu.'
    )
  }
  if (found.taken) {
    return refuse('DEJA_RAPPROCHE', 'Ce versement ou cette ligne est déjà rapproché.')
  }
  await trx
    .table('receipt_matches')
    .insert({ receipt_id: receiptId, part_id: partId, matched_by: actorId })
  await recordEvent(trx, actorId, {
    verb: 'receipt.matched',
    subject: ['convention', found.conventionId!],
    after: { reference: found.reference },
  })
  return { receiptId }
}
