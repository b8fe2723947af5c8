import { rows } from '#app/shared/rows'

export interface FindingView {
  code: string
  message: string
  remedy: string
  blocking: boolean
  formId: number | null
}

/** What the last reconciliation observed on these forms, and on the saisine itself. */
export function findingsOf(
  saisineId: number | null,
  formIds: readonly number[]
): Promise<FindingView[]> {
  return rows<FindingView>(
    `SELECT code, message, remedy, blocking, form_id AS "formId" FROM findings
     WHERE form_id = ANY(?) OR (form_id IS NULL AND saisine_id = ?) ORDER BY blocking DESC, id`,
    [formIds, saisineId]
  )
}
