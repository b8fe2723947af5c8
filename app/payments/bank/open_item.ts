import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

export interface OpenItem {
  id: number
  partId: number | null
  statusId: number | null
  /** Of the part, signed; null for a status. */
  amount: Cents | null
  currency: string | null
  on: Day
  reasonCode: string | null
  reasonText: string | null
}

/** The item, locked until the transaction ends, when nobody has resolved it yet. */
export async function lockOpenItem(trx: Trx, id: number): Promise<OpenItem | Refused> {
  const item = await row<OpenItem & { resolution: string | null }>(
    `SELECT i.id, i.part_id AS "partId", i.status_id AS "statusId", p.amount_cents AS amount, m.currency,
       coalesce(m.booked_on, s.said_on) AS "on", coalesce(p.reason_code, s.reason_code) AS "reasonCode",
       coalesce(p.reason_text, s.reason_text) AS "reasonText", i.resolution
     FROM bank_items i LEFT JOIN bank_parts p ON p.id = i.part_id LEFT JOIN bank_movements m ON m.id = p.movement_id
     LEFT JOIN bank_statuses s ON s.id = i.status_id WHERE i.id = ? FOR UPDATE OF i`,
    [id],
    trx
  )
  if (!item) return refuse('SUSPENS_INCONNU', `Il n’y a pas de suspens n°\u00a0${id}.`)
  if (item.resolution !== null) {
    return refuse(
      'SUSPENS_RESOLU',
      'Ce suspens vient d’être résolu.',
      'Revenez à la liste des suspens\u00a0: le suivant y attend.'
    )
  }
  return item
}
