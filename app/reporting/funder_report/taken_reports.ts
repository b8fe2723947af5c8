import type { ReportPeriod } from '#app/reporting/report_period'
import { rows } from '#app/shared/rows'

/**
 * The other periods of which a report of the convention was taken as a file, and that share days with this one: what it
 * hides could be their difference. As long as the access log remembers.
 */
export async function takenReports(code: string, period: ReportPeriod): Promise<ReportPeriod[]> {
  return rows<ReportPeriod>(
    `SELECT DISTINCT days[1] AS from, days[2] AS until FROM (
       SELECT regexp_match(substr(detail, length(?) + 1), '^([0-9]{4}-[0-9]{2}-[0-9]{2})-([0-9]{4}-[0-9]{2}-[0-9]{2})[.]') AS days
       FROM access_log WHERE verb = 'document.read' AND starts_with(detail, ?)) AS taken
     WHERE days[1] <= ? AND days[2] >= ? AND (days[1], days[2]) <> (?, ?) ORDER BY 1, 2`,
    [`rapport-${code}-`, `rapport-${code}-`, period.until, period.from, period.from, period.until]
  )
}
