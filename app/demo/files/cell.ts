import type { Day } from '#app/shared/day'

/** What an office puts in a cell; null leaves it empty. */
export type Cell = string | number | DayCell | null

export interface DayCell {
  readonly day: Day
}

export function dayCell(day: Day | null): DayCell | null {
  return day === null ? null : { day }
}
