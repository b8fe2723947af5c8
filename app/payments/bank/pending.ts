import type { PendingPart } from '#app/payments/bank/decide_part'
import type { PendingStatus } from '#app/payments/bank/decide_status'
import type { Day } from '#app/shared/day'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

interface Told {
  on: Day
  reasonCode: string | null
  reasonText: string | null
}

export type ToldPart = PendingPart & Told
export type ToldStatus = PendingStatus & Told

/** The parts of this file, and those that an earlier one left open with a reference. */
export function pendingParts(trx: Trx, fileId: number): Promise<ToldPart[]> {
  return rows<ToldPart>(
    `SELECT p.id, p.amount_cents AS amount, m.currency, p.end_to_end_id AS "endToEndId", p.lot_id AS "lotId",
       p.other_references AS "otherReferences", p.returned, m.booked_on AS "on", p.reason_code AS "reasonCode",
       p.reason_text AS "reasonText"
     FROM bank_parts p JOIN bank_movements m ON m.id = p.movement_id LEFT JOIN bank_items i ON i.part_id = p.id
     WHERE m.bank_file_id = ? OR (i.id IS NOT NULL AND i.resolution IS NULL
       AND (p.end_to_end_id IS NOT NULL OR p.lot_id IS NOT NULL OR p.other_references <> '{}'))
     ORDER BY m.booked_on, p.id`,
    [fileId],
    trx
  )
}

/** The statuses of this file, and the lines that an earlier one left open. */
export function pendingStatuses(trx: Trx, fileId: number): Promise<ToldStatus[]> {
  return rows<ToldStatus>(
    `SELECT s.id, s.level, s.status, s.order_id AS "orderId", s.lot_id AS "lotId", s.end_to_end_id AS "endToEndId",
       s.instruction_id AS "instructionId", s.amount_cents AS amount, s.currency, s.transfer_count AS count,
       s.said_on AS "on", s.reason_code AS "reasonCode", s.reason_text AS "reasonText"
     FROM bank_statuses s LEFT JOIN bank_items i ON i.status_id = s.id
     WHERE s.level <> 'check'
       AND (s.bank_file_id = ? OR (s.level = 'transfer' AND i.id IS NOT NULL AND i.resolution IS NULL))
     ORDER BY s.bank_file_id, s.position`,
    [fileId],
    trx
  )
}
