import type { Day } from '#app/shared/day'
import { rows } from '#app/shared/rows'

export interface ReportedConvention {
  id: number
  code: string
  title: string
  funder: string
  /** Statements issued so far, and the days of the first and of the last. */
  statements: number
  from: Day | null
  until: Day | null
}

/** The conventions that reports are made of, projects apart. */
export function reportedConventions(): Promise<ReportedConvention[]> {
  return rows<ReportedConvention>(
    `SELECT c.id, c.code, c.title, f.name AS funder, count(st.id) AS statements,
       (min(st.issued_at) AT TIME ZONE 'Europe/Paris')::date AS from, (max(st.issued_at) AT TIME ZONE 'Europe/Paris')::date AS until
     FROM conventions c JOIN funders f ON f.id = c.funder_id LEFT JOIN runs r ON r.convention_id = c.id
     LEFT JOIN statements st ON st.run_id = r.id WHERE c.state <> 'draft' GROUP BY c.id, f.name ORDER BY c.code`
  )
}
