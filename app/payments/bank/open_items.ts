import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { rows } from '#app/shared/rows'

/** Something that the bank told and that waits for somebody. */
export interface OpenItemLine {
  id: number
  code: string
  message: string
  remedy: string
  on: Day
  /** Signed for a line of the account; null for a status without amount. */
  amountCents: Cents | null
  fileName: string
}

/** All that waits, the oldest first. */
export function openItems(): Promise<OpenItemLine[]> {
  return rows<OpenItemLine>(
    `SELECT i.id, i.code, i.message, i.remedy, coalesce(m.booked_on, s.said_on) AS "on",
       coalesce(p.amount_cents, s.amount_cents) AS "amountCents", f.file_name AS "fileName"
     FROM bank_items i LEFT JOIN bank_parts p ON p.id = i.part_id LEFT JOIN bank_movements m ON m.id = p.movement_id
     LEFT JOIN bank_statuses s ON s.id = i.status_id
     JOIN bank_files f ON f.id = coalesce(m.bank_file_id, s.bank_file_id)
     WHERE i.resolution IS NULL ORDER BY "on", i.id`
  )
}
