import type { FindingCode } from '#app/reconciliation/findings/finding_codes'
import { row } from '#app/shared/rows'

export interface LastDecision {
  id: number
  formId: number
  code: FindingCode | 'RETENUE'
  verdict: 'accepted' | 'refused' | 'linked'
  at: Date
}

/** What this person decided last in this convention, and did not take back. */
export function lastDecision(conventionId: number, userId: number): Promise<LastDecision | null> {
  return row<LastDecision>(
    `SELECT d.id, d.form_id AS "formId", d.code, d.verdict, d.decided_at AS at
     FROM decisions d JOIN return_forms f ON f.id = d.form_id
     WHERE f.convention_id = ? AND d.decided_by = ? AND d.undone_at IS NULL ORDER BY d.id DESC LIMIT 1`,
    [conventionId, userId]
  )
}
