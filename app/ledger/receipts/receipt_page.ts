import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { row } from '#app/shared/rows'

export interface ReceiptShown {
  id: number
  conventionId: number
  code: string
  title: string
  reference: string
  receivedOn: Day
  amountCents: Cents
  who: string | null
  recordedAt: Date
  entryId: number | null
  reversalEntryId: number | null
  /** Its line of the bank, while it is matched. */
  itemId: number | null
  bankLabel: string | null
  bookedOn: Day | null
  reversedAt: Date | null
  reversedBy: string | null
  reversalReason: string | null
  /** All that counts as received for the convention. */
  receivedCents: Cents
}

/** All that the page of an instalment shows, or null when there is no such one. */
export async function receiptPage(id: number): Promise<{ receipt: ReceiptShown } | null> {
  const receipt = await row<ReceiptShown>(
    `SELECT f.id, c.id AS "conventionId", c.code, c.title, f.reference, f.received_on AS "receivedOn",
       f.amount_cents AS "amountCents", u.full_name AS who, f.recorded_at AS "recordedAt", e.id AS "entryId",
       back.id AS "reversalEntryId", i.id AS "itemId", coalesce(p.label, m.label, p.counterparty) AS "bankLabel",
       m.booked_on AS "bookedOn", f.reversed_at AS "reversedAt", r.full_name AS "reversedBy",
       f.reversal_reason AS "reversalReason",
       (SELECT coalesce(sum(amount_cents), 0)::bigint FROM living_receipts WHERE convention_id = c.id) AS "receivedCents"
     FROM funder_receipts f JOIN conventions c ON c.id = f.convention_id
     LEFT JOIN users u ON u.id = f.recorded_by LEFT JOIN users r ON r.id = f.reversed_by
     LEFT JOIN journal_entries e ON e.receipt_id = f.id AND e.kind = 'funder_receipt'
     LEFT JOIN journal_entries back ON back.receipt_id = f.id AND back.kind = 'receipt_reversal'
     LEFT JOIN receipt_matches x ON x.receipt_id = f.id AND x.released_at IS NULL
     LEFT JOIN bank_parts p ON p.id = x.part_id LEFT JOIN bank_movements m ON m.id = p.movement_id
     LEFT JOIN bank_items i ON i.part_id = p.id WHERE f.id = ?`,
    [id]
  )
  return receipt && { receipt }
}
