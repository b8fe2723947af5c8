import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { row } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

export interface Instalment {
  receivedOn: Day
  amountCents: Cents
  reference: string
}

/**
 * What a line of the bank says of an instalment. Its reference is the first that no other instalment of the convention
 * has: the payer’s; the bank’s, when it names this credit alone, which CFONB’s number of the entry does not; or the line’s.
 */
export async function instalmentOf(
  trx: Trx,
  partId: number,
  conventionId: number
): Promise<Instalment> {
  const line = await row<Instalment>(
    `SELECT m.booked_on AS "receivedOn", p.amount_cents AS "amountCents", (
       SELECT reference FROM (VALUES (1, p.end_to_end_id),
         (2, CASE WHEN m.code NOT LIKE 'CFONB %' AND m.amount_cents = p.amount_cents THEN m.bank_reference END),
         (3, format('ligne %s du %s', p.id, to_char(m.booked_on, 'DD/MM/YYYY')))) AS named (rank, reference)
       WHERE reference IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM living_receipts f WHERE f.convention_id = ? AND f.reference = named.reference)
       ORDER BY rank LIMIT 1) AS reference
     FROM bank_parts p JOIN bank_movements m ON m.id = p.movement_id WHERE p.id = ?`,
    [conventionId, partId],
    trx
  )
  return line!
}
