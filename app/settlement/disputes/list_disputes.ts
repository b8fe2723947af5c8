import { rows } from '#app/shared/rows'

export interface ListedDispute {
  id: number
  association: string
  /** 'REL-2026-000012' for a contested line; null for a form. */
  statement: string | null
  /** Of the saisine that the line or the form is about. */
  reference: string | null
  serviceCode: string | null
  formId: number | null
  motive: string
  details: string
  openedAt: Date
  verdict: 'accepted' | 'rejected' | null
  answer: string | null
}

/** Disputes, the oldest first: those that wait for an answer, or all of them; of one association when given. */
export function listDisputes({
  all = false,
  associationId = null,
}: { all?: boolean; associationId?: number | null } = {}): Promise<ListedDispute[]> {
  return rows<ListedDispute>(
    `SELECT d.id, a.code AS association, st.number AS statement, coalesce(s.reference, f.reference) AS reference,
       l.service_code AS "serviceCode", d.form_id AS "formId", d.motive, d.details, d.opened_at AS "openedAt",
       d.verdict, d.answer
     FROM disputes d JOIN associations a ON a.id = d.association_id
     LEFT JOIN settlement_lines l ON l.id = d.line_id
     LEFT JOIN statements st ON st.run_id = l.run_id AND st.association_id = l.association_id
     LEFT JOIN saisines s ON s.id = l.saisine_id
     LEFT JOIN return_forms f ON f.id = d.form_id
     WHERE (? OR d.closed_at IS NULL) AND (?::bigint IS NULL OR d.association_id = ?)
     ORDER BY d.opened_at, d.id`,
    [all, associationId, associationId]
  )
}
