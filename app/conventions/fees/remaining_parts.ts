import type { Period } from '#app/shared/period'

/** What is left of a period once another is cut out of it: nothing, its start, its end, or both. */
export function remainingParts(period: Period, cut: Period): Period[] {
  const parts: Period[] = []
  if (period.from < cut.from) parts.push({ from: period.from, to: cut.from })
  if (cut.to !== null && (period.to === null || cut.to < period.to)) {
    parts.push({ from: cut.to, to: period.to })
  }
  return parts
}

/** True when the periods, without overlap and in order, leave no day of the whole uncovered. */
export function tile(periods: readonly Period[], whole: Period): boolean {
  let reached: string | null = whole.from
  for (const { from, to } of periods) {
    if (reached === null || from > reached) break
    reached = to
  }
  return reached === null || (whole.to !== null && reached >= whole.to)
}
