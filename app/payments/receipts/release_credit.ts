import { recordEvent } from '#app/shared/record_event'
import { row, rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** Opens again the item of the credit that an instalment was, once this one is taken back; gives the item, or null. */
export async function releaseCredit(
  trx: Trx,
  receiptId: number,
  { actorId, at, reason }: { actorId: number; at: Date; reason: string }
): Promise<number | null> {
  const released = await row<{ partId: number }>(
    `UPDATE receipt_matches SET released_at = ? WHERE receipt_id = ? AND released_at IS NULL RETURNING part_id AS "partId"`,
    [at, receiptId],
    trx
  )
  if (!released) return null
  const [item] = await rows<{ id: number }>(
    `UPDATE bank_items SET resolution = NULL, resolution_reason = NULL, resolved_by = NULL, resolved_at = NULL
     WHERE part_id = ? RETURNING id`,
    [released.partId],
    trx
  )
  await recordEvent(trx, actorId, {
    verb: 'bank_item.reopened',
    subject: ['bank_item', item!.id],
    after: { reason },
  })
  return item!.id
}
