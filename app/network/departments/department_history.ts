import type { Day } from '#app/shared/day'
import { rows } from '#app/shared/rows'
import { timelineOf, type TimelineEvent } from '#app/shared/screens/timeline'

export interface PastReferent {
  name: string
  association: string
  startsOn: Day
  endsOn: Day
}

/** Référents whose mission is over or has not begun, the latest first. */
export function pastReferents(departmentCode: string): Promise<PastReferent[]> {
  return rows<PastReferent>(
    `SELECT r.name, a.name AS association, r.starts_on AS "startsOn", r.ends_on AS "endsOn"
     FROM referents r JOIN associations a ON a.id = r.association_id
     WHERE r.department_code = ? AND NOT daterange(r.starts_on, r.ends_on) @> CURRENT_DATE ORDER BY r.starts_on DESC`,
    [departmentCode]
  )
}

/** What happened to the référents of a department and to its association of mayors, last first. */
export async function departmentTimeline(departmentCode: string): Promise<TimelineEvent[]> {
  const subjects = await rows<{ type: string; id: number }>(
    `SELECT 'referent' AS type, id FROM referents WHERE department_code = ?
     UNION ALL SELECT 'amf_association', id FROM amf_associations WHERE department_code = ?`,
    [departmentCode, departmentCode]
  )
  const all = await Promise.all(subjects.map(({ type, id }) => timelineOf(type, id)))
  return all.flat().sort((a, b) => b.at.getTime() - a.at.getTime())
}
