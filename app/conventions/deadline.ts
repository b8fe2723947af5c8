import type { ConventionTerms } from '#app/conventions/convention_terms'
import { addDays, quarterEnd, type Day } from '#app/shared/day'

/** The last day on which a return form is still in time; null when the convention sets no deadline. */
export function lastDay(terms: Pick<ConventionTerms, 'deadline'>, saisineOn: Day): Day | null {
  const { deadline } = terms
  if (deadline === null) return null
  const start = deadline.from === 'quarter_end' ? quarterEnd(saisineOn) : saisineOn
  return addDays(start, deadline.days)
}
