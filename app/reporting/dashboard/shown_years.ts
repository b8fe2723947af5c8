import type { Day } from '#app/shared/day'
import { row } from '#app/shared/rows'

/** Years that the page looks back to. */
const LOOKED_BACK = 6

/** The last civil years, from the first saisine on, the present one included. */
export async function shownYears(today: Day): Promise<number[]> {
  const last = Number(today.slice(0, 4))
  const found = await row<{ first: Day | null; last: Day | null }>(
    'SELECT min(opened_on) AS first, max(opened_on) AS last FROM saisines'
  )
  const end = Math.max(last, Number((found?.last ?? today).slice(0, 4)))
  const begin = Number((found?.first ?? today).slice(0, 4))
  const start = Math.max(Math.min(begin, last), end - LOOKED_BACK + 1)
  return Array.from({ length: end - start + 1 }, (_, rank) => start + rank)
}
