import { lockFeeSchedules } from '#app/conventions/fees/lock_fee_schedules'
import { outdateRuns } from '#app/conventions/fees/outdate_runs'
import { recordEvent } from '#app/shared/record_event'
import { row, rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** Why the barèmes of an import can no longer be withdrawn, in French; null when they can. */
export async function whyFeeSchedulesStay(trx: Trx, importId: number): Promise<string | null> {
  const used = await row<{ frozen: boolean }>(
    `SELECT bool_or(frozen_at IS NOT NULL) AS frozen FROM fee_schedules
     WHERE import_id = ? AND (frozen_at IS NOT NULL OR superseded_at IS NOT NULL) HAVING count(*) > 0`,
    [importId],
    trx
  )
  if (used === null) return null
  return used.frozen
    ? 'Un de ces barèmes a servi à une ligne émise\u00a0: publiez une nouvelle version.'
    : 'Un barème publié depuis a remplacé l’un de ceux-ci\u00a0: annulez-le d’abord.'
}

/**
 * Withdraws the barèmes that an import published and puts back in force those that they had replaced, in the
 * caller's transaction. Nothing is erased: a draft run may have been calculated with them. Throws when one has
 * served or was replaced: `whyFeeSchedulesStay` tells it first.
 */
export async function undoFeeSchedules(
  trx: Trx,
  importId: number,
  actorId: number | null = null,
  at: Date = new Date()
): Promise<void> {
  const conventions = await ids(
    trx,
    'SELECT DISTINCT convention_id AS id FROM fee_schedules WHERE import_id = ? ORDER BY 1',
    [importId]
  )
  for (const id of conventions) await lockFeeSchedules(trx, id)
  const reason = await whyFeeSchedulesStay(trx, importId)
  if (reason !== null) throw new Error(reason)
  for (const id of conventions) await outdateRuns(trx, id, actorId)
  const withdrawn = await ids(
    trx,
    'UPDATE fee_schedules SET superseded_at = ? WHERE import_id = ? RETURNING id',
    [at, importId]
  )
  await ids(
    trx,
    `UPDATE fee_schedules SET superseded_at = NULL WHERE id IN (
       SELECT jsonb_array_elements_text(before -> 'superseded')::bigint FROM events
       WHERE verb = 'fee_schedule.published' AND subject_type = 'fee_schedule' AND subject_id = ANY(?)) RETURNING id`,
    [withdrawn]
  )
  for (const id of withdrawn) {
    await recordEvent(trx, actorId, {
      verb: 'fee_schedule.withdrawn',
      subject: ['fee_schedule', id],
      after: { importId },
    })
  }
}

async function ids(
  trx: Trx,
  sql: string,
  bindings: (number | Date | readonly number[])[]
): Promise<number[]> {
  const found = await rows<{ id: number }>(sql, bindings, trx)
  return found.map(({ id }) => id)
}
