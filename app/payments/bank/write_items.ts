import type { OpenReason } from '#app/payments/bank/decision'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** What was decided of a part or of a status: open with its reason, or settled. */
export interface DecidedItem {
  partId: number | null
  statusId: number | null
  open: OpenReason | null
  offsetOf: number | null
}

/** Opens, rewords or closes items as they were decided; what never was open and is settled leaves none. */
export async function writeItems(
  trx: Trx,
  items: readonly DecidedItem[],
  { actorId, at }: { actorId: number; at: Date }
): Promise<void> {
  const open = items.filter((one) => one.open !== null || one.offsetOf !== null)
  for (const key of ['part_id', 'status_id'] as const) {
    await rows(
      `INSERT INTO bank_items (part_id, status_id, code, message, remedy)
       SELECT i."partId", i."statusId", i.code, i.message, i.remedy
       FROM jsonb_to_recordset(?::jsonb) AS i ("partId" bigint, "statusId" bigint, code text, message text, remedy text)
       WHERE ${key === 'part_id' ? 'i."partId"' : 'i."statusId"'} IS NOT NULL
       ON CONFLICT (${key}) DO UPDATE SET code = excluded.code, message = excluded.message, remedy = excluded.remedy`,
      [
        JSON.stringify(
          open.map(({ partId, statusId, open: reason }) => ({
            partId,
            statusId,
            ...(reason ?? GIVEN_BACK),
          }))
        ),
      ],
      trx
    )
  }
  await rows(
    `UPDATE bank_items SET resolution = CASE WHEN d."offsetOf" IS NULL THEN 'matched' ELSE 'offset' END,
       offset_of = d."offsetOf", resolved_by = ?, resolved_at = ?
     FROM jsonb_to_recordset(?::jsonb) AS d ("partId" bigint, "statusId" bigint, "offsetOf" bigint)
     WHERE resolution IS NULL AND (part_id = d."partId" OR status_id = d."statusId")`,
    [actorId, at, JSON.stringify(items.filter((one) => one.open === null))],
    trx
  )
}

const GIVEN_BACK: OpenReason = {
  code: 'LOT_RENDU',
  message: 'Ce crédit rend un virement rejeté d’un lot débité en entier.',
  remedy: 'Il n’y a rien à faire.',
}
