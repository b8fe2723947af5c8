import { parisTimestamp } from '#app/shared/day'
import { formatDay } from '#app/shared/french_format'

/** "22/11/2026 à 14:30", in Paris. */
export function formatInstant(instant: Date): string {
  const text = parisTimestamp(instant)
  return `${formatDay(text.slice(0, 10))} à ${text.slice(11, 16)}`
}
