import type { Cents } from '#app/shared/cents'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** A statement that ended below zero, that no later statement has taken up and nobody claims back. */
export interface CarriedBalance {
  statementId: number
  associationId: number
  carriedCents: Cents
}

export async function carriedBalances(trx: Trx, conventionId: number): Promise<CarriedBalance[]> {
  return rows<CarriedBalance>(
    `SELECT s.id AS "statementId", s.association_id AS "associationId", s.carried_cents AS "carriedCents"
     FROM statements s JOIN runs r ON r.id = s.run_id
     WHERE r.convention_id = ? AND s.carried_cents < 0
       AND NOT EXISTS (SELECT 1 FROM settlement_lines WHERE carried_statement_id = s.id)
       AND NOT EXISTS (SELECT 1 FROM debit_notes WHERE statement_id = s.id)
     ORDER BY s.id`,
    [conventionId],
    trx
  )
}
