import type { Cents } from '#app/shared/cents'
import { rows } from '#app/shared/rows'

export interface PayableRun {
  id: number
  code: string
  statements: number
  payableCents: Cents
}

/** Issued runs of which a statement waits for a transfer. */
export function payableRuns(): Promise<PayableRun[]> {
  return rows<PayableRun>(
    `SELECT r.id, r.code, count(*) AS statements, sum(s.payable_cents)::bigint AS "payableCents"
     FROM runs r JOIN statements s ON s.run_id = r.id
     WHERE r.state IN ('issued', 'paid') AND s.payable_cents > 0 AND NOT EXISTS (
       SELECT 1 FROM transfers t WHERE t.statement_id = s.id AND t.state NOT IN ('rejected', 'returned'))
     GROUP BY r.id ORDER BY r.code`
  )
}
