import { isDay, type Day } from '#app/shared/day'
import { formatDay } from '#app/shared/french_format'
import { refuse, type Refused } from '#app/shared/result'

/** Both days included. */
export interface ReportPeriod {
  from: Day
  until: Day
}

/** The period that two texts name, each « 2026-04-01 ». */
export function reportPeriod(from: string, until: string): ReportPeriod | Refused {
  for (const [field, value] of [
    ['du', from],
    ['au', until],
  ] as const) {
    if (isDay(value) && value >= '2000-01-01') continue
    return refuse(
      'JOUR_ILLISIBLE',
      `« ${value.slice(0, 40)} » n’est pas un jour.`,
      'Écrivez-le comme 2026-04-01.',
      field
    )
  }
  if (until < from) {
    return refuse(
      'PERIODE_A_REBOURS',
      'La période finit avant de commencer.',
      'Inversez les deux jours.',
      'au'
    )
  }
  return { from, until }
}

export function periodWords({ from, until }: ReportPeriod): string {
  return `du ${formatDay(from)} au ${formatDay(until)}`
}
