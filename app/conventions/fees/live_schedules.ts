import type { ScheduleTerms } from '#app/conventions/convention_terms'
import { SCHEDULE_TERMS } from '#app/conventions/fees/schedule_query'
import type { Period } from '#app/shared/period'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** The convention's barèmes in force that share a day with the period, the earliest first. */
export async function liveSchedules(
  trx: Trx,
  conventionId: number,
  { from, to }: Period
): Promise<ScheduleTerms[]> {
  const found = await rows<{ terms: ScheduleTerms }>(
    `SELECT ${SCHEDULE_TERMS} AS terms FROM fee_schedules s
     WHERE s.convention_id = ? AND s.superseded_at IS NULL
       AND daterange(s.starts_on, s.ends_on) && daterange(?::date, ?::date)
     ORDER BY s.starts_on`,
    [conventionId, from, to],
    trx
  )
  return found.map(({ terms }) => terms)
}
