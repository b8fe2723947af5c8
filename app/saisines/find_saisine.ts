import type { Day } from '#app/shared/day'
import { row, rows } from '#app/shared/rows'

export interface SaisineView {
  id: number
  reference: string
  conventionId: number
  convention: string
  conventionTitle: string
  association: string
  associationId: number
  associationName: string
  openedOn: Day
  channel: string
  department: string
  departmentName: string
  beneficiary: string
  mandate: string
  facts: string | null
  collectiveEvent: string | null
  importId: number | null
  importRow: number | null
  importFile: string | null
}

/** What is known of a saisine. */
export function findSaisine(id: number): Promise<SaisineView | null> {
  return row<SaisineView>(
    `SELECT s.id, s.reference, s.convention_id AS "conventionId", c.code AS convention, c.title AS "conventionTitle",
       a.code AS association, a.id AS "associationId", a.name AS "associationName", s.opened_on AS "openedOn", s.channel,
       s.department, d.name AS "departmentName", s.beneficiary, s.mandate, s.facts,
       s.collective_event AS "collectiveEvent", s.import_id AS "importId", s.import_row AS "importRow",
       i.file_name AS "importFile"
     FROM saisines s JOIN conventions c ON c.id = s.convention_id JOIN associations a ON a.id = s.association_id
     JOIN departments d ON d.code = s.department LEFT JOIN imports i ON i.id = s.import_id WHERE s.id = ?`,
    [id]
  )
}

export interface ReassignmentView {
  at: Date
  from: string
  to: string
  reason: string
  who: string
}

/** The associations that a saisine went through, the first move first. */
export function reassignmentsOf(saisineId: number): Promise<ReassignmentView[]> {
  return rows<ReassignmentView>(
    `SELECT r.decided_at AS at, f.code || ' — ' || f.name AS "from", t.code || ' — ' || t.name AS "to", r.reason,
       u.full_name AS who
     FROM reassignments r JOIN associations f ON f.id = r.from_association_id
     JOIN associations t ON t.id = r.to_association_id JOIN users u ON u.id = r.decided_by
     WHERE r.saisine_id = ? ORDER BY r.id`,
    [saisineId]
  )
}
