import type { Day } from '#app/shared/day'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** An instalment that a credit of the bank may tell a second time. */
export interface TwinReceipt {
  id: number
  conventionId: number
  code: string
  reference: string
  receivedOn: Day
}

const DAYS = 5

/**
 * Instalments of the amount of each credit that came by another message of the bank, or by hand: under the same
 * reference, or a few days away. A bank tells one credit in its CFONB and in its camt without any common reference;
 * two lines of one message are two credits.
 */
export function twinReceipts(
  partIds: readonly number[],
  trx?: Trx
): Promise<(TwinReceipt & { partId: number })[]> {
  return rows<TwinReceipt & { partId: number }>(
    `SELECT p.id AS "partId", f.id, f.convention_id AS "conventionId", c.code, f.reference, f.received_on AS "receivedOn"
     FROM bank_parts p JOIN bank_movements m ON m.id = p.movement_id
     JOIN living_receipts f ON f.amount_cents = p.amount_cents
       AND (f.reference = p.end_to_end_id OR abs(f.received_on - m.booked_on) <= ${DAYS})
     JOIN conventions c ON c.id = f.convention_id
     LEFT JOIN receipt_matches known ON known.receipt_id = f.id
     LEFT JOIN bank_parts told ON told.id = known.part_id LEFT JOIN bank_movements line ON line.id = told.movement_id
     WHERE p.id = ANY(?) AND line.bank_file_id IS DISTINCT FROM m.bank_file_id
     ORDER BY p.id, abs(f.received_on - m.booked_on), f.id`,
    [partIds],
    trx
  )
}
