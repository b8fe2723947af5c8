import type { Day } from '#app/shared/day'

/** Days from `from` (included) to `to` (excluded): [from, to). `to` null means without end. */
export interface Period {
  from: Day
  to: Day | null
}

/** True when the day lies in the period: its first day does, its `to` does not. */
export function covers(period: Period, day: Day): boolean {
  return period.from <= day && (period.to === null || day < period.to)
}

/** True when the two periods share at least one day; an empty period shares none. */
export function overlap(a: Period, b: Period): boolean {
  const start = a.from > b.from ? a.from : b.from
  return covers(a, start) && covers(b, start)
}
