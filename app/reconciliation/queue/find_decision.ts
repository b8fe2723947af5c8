import { ANSWERS } from '#app/reconciliation/findings/findings_list'
import { DECIDED_ON } from '#app/reconciliation/queue/decisions_list'
import { row } from '#app/shared/rows'

interface DecisionFacts {
  id: number
  formId: number
  conventionId: number
  convention: string
  reference: string
  association: string
  code: string
  verdict: string
  saisineId: number | null
  saisine: string | null
  reason: string
  who: string
  at: Date
  undoneBy: string | null
  undoneAt: Date | null
}

/** One answer, with who gave it and why. */
export async function findDecision(id: number) {
  const decision = await row<DecisionFacts>(
    `SELECT d.id, d.form_id AS "formId", c.id AS "conventionId", c.code AS convention, f.reference,
       a.code || ' — ' || a.name AS association, d.code, d.verdict, d.saisine_id AS "saisineId", s.reference AS saisine,
       d.reason, u.full_name AS who, d.decided_at AS at, b.full_name AS "undoneBy", d.undone_at AS "undoneAt"
     FROM decisions d JOIN return_forms f ON f.id = d.form_id JOIN conventions c ON c.id = f.convention_id
     JOIN associations a ON a.id = f.association_id JOIN users u ON u.id = d.decided_by
     LEFT JOIN users b ON b.id = d.undone_by LEFT JOIN saisines s ON s.id = d.saisine_id WHERE d.id = ?`,
    [id]
  )
  return (
    decision && {
      ...decision,
      about: DECIDED_ON[decision.code]!,
      answer: ANSWERS[decision.verdict]!,
    }
  )
}
