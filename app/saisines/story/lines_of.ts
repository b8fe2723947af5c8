import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { rows } from '#app/shared/rows'

export interface LineView {
  id: number
  kind: 'service' | 'correction'
  service: string
  formId: number
  pricedOn: Day | null
  quantity: number | null
  asked: number | null
  unitCents: Cents | null
  reductionCents: Cents
  amountCents: Cents
  runId: number
  run: string
  runState: string
  statementId: number | null
  statement: string | null
  issuedAt: Date | null
}

/** What a saisine is paid, service by service, and the corrections of it; each line leads to its reasons. */
export function linesOf(saisineId: number): Promise<LineView[]> {
  return rows<LineView>(
    `WITH paid AS MATERIALIZED (SELECT * FROM settlement_lines WHERE saisine_id = ? AND kind = 'service'),
       all_lines AS (SELECT * FROM paid
         UNION ALL SELECT l.* FROM settlement_lines l
           WHERE l.corrects_line_id IN (SELECT id FROM paid) AND l.kind = 'correction')
     SELECT l.id, l.kind, coalesce(f.label, corrected.label, replace(l.service_code, '_', ' ')) AS service,
       l.form_id AS "formId", l.priced_on AS "pricedOn", l.quantity_retained AS quantity, l.quantity_asked AS asked,
       l.unit_cents AS "unitCents", l.reduction_cents AS "reductionCents", l.amount_cents AS "amountCents",
       r.id AS "runId", r.code AS run, r.state AS "runState", st.id AS "statementId", st.number AS statement,
       st.issued_at AS "issuedAt"
     FROM all_lines l JOIN runs r ON r.id = l.run_id
     LEFT JOIN fees f ON f.id = l.fee_id
     LEFT JOIN paid p ON p.id = l.corrects_line_id LEFT JOIN fees corrected ON corrected.id = p.fee_id
     LEFT JOIN statements st ON st.run_id = l.run_id AND st.association_id = l.association_id
     ORDER BY r.id, l.position`,
    [saisineId]
  )
}
