import type { Day } from '#app/shared/day'
import { rows } from '#app/shared/rows'

export interface FormOfSaisine {
  id: number
  version: number
  association: string
  receivedOn: Day
  firstContactOn: Day | null
  outcome: string
  /** What the reconciliation made of it; null before it. */
  match: string | null
}

/** The fiches that answer a saisine: by its reference, or attached to it by a person. The last received first. */
export function formsOfSaisine(
  saisineId: number,
  reference: string,
  conventionId: number
): Promise<FormOfSaisine[]> {
  return rows<FormOfSaisine>(
    `SELECT f.id, f.version, a.code AS association, f.received_on AS "receivedOn", f.first_contact_on AS "firstContactOn",
       f.outcome, o.outcome AS match
     FROM return_forms f JOIN associations a ON a.id = f.association_id LEFT JOIN form_outcomes o ON o.form_id = f.id
     WHERE f.id IN (
       SELECT id FROM return_forms WHERE reference = ? AND convention_id = ?
       UNION SELECT form_id FROM decisions WHERE saisine_id = ? AND undone_at IS NULL)
     ORDER BY f.received_on DESC, f.id DESC`,
    [reference, conventionId, saisineId]
  )
}
