import { problem, type Reading } from '#app/payments/answers/reading'
import { zone, type CfonbRecord } from '#app/payments/answers/cfonb_records'
import { isDay, type Day } from '#app/shared/day'

/** A day written JJMMAA at those positions; null when blank or nil, a problem when it does not exist. */
export function cfonbDay(
  reading: Reading,
  record: CfonbRecord,
  from: number,
  to: number
): Day | null {
  const written = zone(record, from, to)
  if (/^[ 0]*$/.test(written)) return null
  const day = `20${written.slice(4)}-${written.slice(2, 4)}-${written.slice(0, 2)}`
  if (isDay(day)) return day
  problem(
    reading,
    'DATE',
    `Date illisible («\u00a0${written}\u00a0») à l’enregistrement ${record.rank}.`
  )
  return null
}
