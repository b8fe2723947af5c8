import { MONTHS } from '#app/shared/french_format'
import { rows } from '#app/shared/rows'
import type { Day } from '#app/shared/day'

/** Months that the page looks back to. */
const LOOKED_BACK = 12

export interface SaisinesByMonth {
  /** 'YYYY-MM', the oldest first. */
  months: { month: string; label: string; long: string }[]
  /** By convention, the busiest first: as many counts as months. */
  conventions: { code: string; counts: number[]; total: number }[]
}

/** How many saisines were opened each month of the last twelve, by convention. */
export async function saisinesByMonth(today: Day): Promise<SaisinesByMonth> {
  const months = lastMonths(today)
  // By day and in the database, by month here: grouping by a column is quicker than by what is made of it.
  const days = await rows<{ code: string; day: Day; n: number }>(
    `SELECT c.code, d.day, d.n FROM (SELECT convention_id, opened_on AS day, count(*) AS n FROM saisines
       WHERE opened_on >= ? GROUP BY convention_id, opened_on) d JOIN conventions c ON c.id = d.convention_id`,
    [`${months[0]!.month}-01`]
  )
  const ranks = new Map(months.map(({ month }, rank) => [month, rank]))
  const counts = new Map<string, number[]>()
  for (const { code, day, n } of days) {
    const rank = ranks.get(day.slice(0, 7))
    if (rank === undefined) continue
    const of = counts.get(code) ?? months.map(() => 0)
    of[rank]! += n
    counts.set(code, of)
  }
  const conventions = Array.from(counts, ([code, of]) => ({
    code,
    counts: of,
    total: of.reduce((sum, n) => sum + n, 0),
  }))
  return {
    months,
    conventions: conventions.toSorted((a, b) => b.total - a.total || (a.code < b.code ? -1 : 1)),
  }
}

function lastMonths(today: Day): SaisinesByMonth['months'] {
  const [year, month] = today.split('-').map(Number) as [number, number]
  return Array.from({ length: LOOKED_BACK }, (_, back) => {
    const index = year * 12 + month - 1 - (LOOKED_BACK - 1 - back)
    const name = MONTHS[index % 12]!
    const y = Math.floor(index / 12)
    return {
      month: `${y}-${String((index % 12) + 1).padStart(2, '0')}`,
      label: name.slice(0, name.startsWith('jui') ? 4 : 3),
      long: `${name} ${y}`,
    }
  })
}
