import { lockOpenItem } from '#app/payments/bank/open_item'
import { recordEvent } from '#app/shared/record_event'
import { isRefused, refuse, type Refused } from '#app/shared/result'
import { row, rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** Closes the item of a credit that is a funder’s money, or a debt that is paid, in the transaction that says which. */
export async function resolveAsReceipt(
  trx: Trx,
  {
    partId,
    actorId,
    at,
    as = 'receipt',
  }: { partId: number; actorId: number; at: Date; as?: 'receipt' | 'debt' }
): Promise<{ itemId: number } | Refused> {
  const found = await row<{ id: number }>(
    `SELECT i.id FROM bank_items i JOIN bank_parts p ON p.id = i.part_id JOIN bank_movements m ON m.id = p.movement_id
     WHERE p.id = ? AND p.amount_cents > 0 AND NOT p.returned AND m.currency = 'EUR'`,
    [partId],
    trx
  )
  if (!found) {
    return refuse('LIGNE_SANS_SUSPENS', 'Cette ligne de la banque n’attend pas de versement.')
  }
  const item = await lockOpenItem(trx, found.id)
  if (isRefused(item)) return item
  await rows(
    `UPDATE bank_items SET resolution = ?, resolved_by = ?, resolved_at = ? WHERE id = ?`,
    [as, actorId, at, item.id],
    trx
  )
  await recordEvent(trx, actorId, {
    verb: as === 'debt' ? 'bank_item.repaid' : 'bank_item.received',
    subject: ['bank_item', item.id],
  })
  return { itemId: item.id }
}
