import { formatDay, formatLongDay } from '#app/shared/french_format'
import type { Day } from '#app/shared/day'

/** 22/11/2026, 22.11.2026, 2026-11-22 or 22 novembre 2026. */
export type DayStyle = 'slashes' | 'dots' | 'iso' | 'words'

/** The day as an office types it. */
export function typedDay(day: Day, style: DayStyle): string {
  if (style === 'iso') return day
  if (style === 'words') return formatLongDay(day)
  return style === 'dots' ? formatDay(day).replaceAll('/', '.') : formatDay(day)
}
