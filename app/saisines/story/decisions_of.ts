import { rows } from '#app/shared/rows'

export interface DecisionView {
  at: Date
  who: string
  code: string
  verdict: 'accepted' | 'refused' | 'linked'
  reason: string
  formId: number
  undoneAt: Date | null
  undoneBy: string | null
}

/** What people answered to the findings of these forms, undone answers too, in their order. */
export function decisionsOf(formIds: readonly number[]): Promise<DecisionView[]> {
  return rows<DecisionView>(
    `SELECT d.decided_at AS at, u.full_name AS who, d.code, d.verdict, d.reason, d.form_id AS "formId",
       d.undone_at AS "undoneAt", b.full_name AS "undoneBy"
     FROM decisions d JOIN users u ON u.id = d.decided_by LEFT JOIN users b ON b.id = d.undone_by
     WHERE d.form_id = ANY(?) ORDER BY d.id`,
    [formIds]
  )
}
