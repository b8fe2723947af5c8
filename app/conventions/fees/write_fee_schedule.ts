import type { ScheduleTerms } from '#app/conventions/convention_terms'
import { liveSchedules } from '#app/conventions/fees/live_schedules'
import { lockFeeSchedules } from '#app/conventions/fees/lock_fee_schedules'
import type { NewFeeSchedule } from '#app/conventions/fees/new_fee_schedule'
import { outdateRuns } from '#app/conventions/fees/outdate_runs'
import { remainingParts, tile } from '#app/conventions/fees/remaining_parts'
import { sameFees } from '#app/conventions/fees/same_fees'
import { recordEvent } from '#app/shared/record_event'
import { row, rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

export interface Publication {
  actorId: number | null
  importId: number | null
  at: Date
}

/** The new version, and those that it replaced; null when the convention already said the same. */
export type Published = { scheduleId: number; superseded: number[] } | null

/**
 * Publishes a version in the caller's transaction. Those that it overlaps are superseded, never edited: they
 * may have priced issued lines. What they said outside the new period is published again as it was.
 */
export async function writeFeeSchedule(
  trx: Trx,
  conventionId: number,
  schedule: NewFeeSchedule,
  publication: Publication
): Promise<Published> {
  await lockFeeSchedules(trx, conventionId)
  const overlapped = await liveSchedules(trx, conventionId, schedule.validity)
  if (saysTheSame(overlapped, schedule)) return null

  await outdateRuns(trx, conventionId, publication.actorId)
  const superseded = await supersede(trx, overlapped, publication)
  for (const { label, validity, fees } of overlapped) {
    for (const part of remainingParts(validity, schedule.validity)) {
      await insertSchedule(trx, conventionId, { label, validity: part, fees }, publication)
    }
  }
  const scheduleId = await insertSchedule(trx, conventionId, schedule, publication)
  await recordEvent(trx, publication.actorId, {
    verb: 'fee_schedule.published',
    subject: ['fee_schedule', scheduleId],
    before: { superseded },
    after: { conventionId, ...schedule },
  })
  return { scheduleId, superseded }
}

function saysTheSame(live: readonly ScheduleTerms[], { validity, fees }: NewFeeSchedule): boolean {
  const periods = live.map((schedule) => schedule.validity)
  return live.every((schedule) => sameFees(schedule.fees, fees)) && tile(periods, validity)
}

/** Remainders that this same import has just written never were in force: they go without a trace. */
async function supersede(
  trx: Trx,
  overlapped: readonly ScheduleTerms[],
  { importId, at }: Publication
): Promise<number[]> {
  const ids = overlapped.map(({ id }) => id)
  await rows('DELETE FROM fee_schedules WHERE id = ANY(?) AND import_id = ?', [ids, importId], trx)
  const superseded = await rows<{ id: number }>(
    'UPDATE fee_schedules SET superseded_at = ? WHERE id = ANY(?) RETURNING id',
    [at, ids],
    trx
  )
  return superseded.map(({ id }) => id)
}

async function insertSchedule(
  trx: Trx,
  conventionId: number,
  { label, validity, fees }: NewFeeSchedule,
  { importId, at }: Publication
): Promise<number> {
  const inserted = await row<{ id: number }>(
    `INSERT INTO fee_schedules (convention_id, label, starts_on, ends_on, published_at, import_id)
     VALUES (?, ?, ?, ?, ?, ?) RETURNING id`,
    [conventionId, label, validity.from, validity.to, at, importId],
    trx
  )
  const { id } = inserted!
  await trx.table('fees').multiInsert(
    fees.map((fee, index) => ({
      fee_schedule_id: id,
      position: index + 1,
      service_code: fee.serviceCode,
      label: fee.label,
      unit: fee.unit,
      amount_cents: fee.amount,
      cap: fee.cap,
      outcomes: fee.outcomes,
      beneficiaries: fee.beneficiaries,
    }))
  )
  return id
}
