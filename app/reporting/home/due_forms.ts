import type { ConventionTerms } from '#app/conventions/convention_terms'
import { lastDay } from '#app/conventions/deadline'
import { addDays, type Day } from '#app/shared/day'
import { row, rows } from '#app/shared/rows'

export interface DueForms {
  code: string
  /** Days of the saisines, and of their deadlines; both included. */
  openedFrom: Day
  openedUntil: Day
  dueFrom: Day
  dueUntil: Day
  count: number
}

/** No deadline starts longer than a quarter after its saisine. */
const LONGEST_QUARTER = 92

/** Saisines without any form whose deadline comes within so many days, by convention. */
export async function dueForms(today: Day, within: number): Promise<DueForms[]> {
  const conventions = await rows<{
    id: number
    code: string
    deadline: ConventionTerms['deadline']
  }>(
    `SELECT id, code, json_build_object('from', deadline_from, 'days', deadline_days, 'effect', deadline_effect) AS deadline
     FROM conventions WHERE state = 'active' AND deadline_from IS NOT NULL ORDER BY code`
  )
  const due = await Promise.all(
    conventions.map(async ({ id, code, deadline }) => {
      const opened = openedDays({ deadline }, today, within)
      if (opened.length === 0) return []
      const [openedFrom, openedUntil] = [opened[0]!, opened.at(-1)!]
      const { count } = (await row<{ count: number }>(
        `SELECT count(*) AS count FROM saisines s WHERE s.convention_id = ? AND s.opened_on BETWEEN ? AND ?
           AND NOT EXISTS (SELECT 1 FROM return_forms f WHERE f.reference = s.reference AND f.convention_id = s.convention_id)`,
        [id, openedFrom, openedUntil]
      ))!
      const [dueFrom, dueUntil] = [
        lastDay({ deadline }, openedFrom)!,
        lastDay({ deadline }, openedUntil)!,
      ]
      return count === 0 ? [] : [{ code, openedFrom, openedUntil, dueFrom, dueUntil, count }]
    })
  )
  return due.flat()
}

/** The days of saisines whose deadline falls between today and the horizon: they follow one another. */
function openedDays(terms: Pick<ConventionTerms, 'deadline'>, today: Day, within: number): Day[] {
  const first = addDays(today, -(terms.deadline!.days + LONGEST_QUARTER))
  const horizon = addDays(today, within)
  const days: Day[] = []
  for (let day = first; day <= today; day = addDays(day, 1)) {
    const due = lastDay(terms, day)!
    if (due >= today && due <= horizon) days.push(day)
  }
  return days
}
