import { addDays } from '#app/shared/day'
import { formatDay } from '#app/shared/french_format'
import type { Period } from '#app/shared/period'

/** "du 01/07/2025 au 30/06/2028": a reader wants the last day, where a period holds the day after it. */
export function periodInWords({ from, to }: Period): string {
  return to === null
    ? `depuis le ${formatDay(from)}`
    : `du ${formatDay(from)} au ${formatDay(addDays(to, -1))}`
}
