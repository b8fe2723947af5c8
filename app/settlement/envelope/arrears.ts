import type { Cents } from '#app/shared/cents'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** What an issued statement was abated of, and that no later run has taken up. */
export interface Arrears {
  associationId: number
  /** The line that took it off. */
  lineId: number
  /** Above zero. */
  missingCents: Cents
}

/** The oldest first. */
export function arrears(trx: Trx, conventionId: number): Promise<Arrears[]> {
  return rows<Arrears>(
    `SELECT l.association_id AS "associationId", l.id AS "lineId", -l.amount_cents AS "missingCents"
     FROM settlement_lines l JOIN statements s USING (run_id, association_id) JOIN runs r ON r.id = l.run_id
     WHERE r.convention_id = ? AND l.kind = 'abatement' AND NOT EXISTS (
       SELECT 1 FROM settlement_lines taken WHERE taken.corrects_line_id = l.id AND taken.kind = 'arrears')
     ORDER BY s.id`,
    [conventionId],
    trx
  )
}
