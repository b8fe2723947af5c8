import type { ConventionTerms } from '#app/conventions/convention_terms'
import { lastDay } from '#app/conventions/deadline'
import { addDays, type Day } from '#app/shared/day'

/** The last day on which a form is not late: the convention's, or the federation's where it sets none. */
export function formExpectedBy(
  openedOn: Day,
  terms: Pick<ConventionTerms, 'deadline'>,
  daysWithoutDeadline: number
): Day {
  return lastDay(terms, openedOn) ?? addDays(openedOn, daysWithoutDeadline)
}
