import type { WrittenMove } from '#app/payments/bank/move_transfers'
import { rows } from '#app/shared/rows'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

/** A move that a person’s match made, with what its undoing must look at. */
export interface MatchedMove extends WrittenMove {
  id: number
  state: 'executed' | 'returned'
  /** Of its transfer, now. */
  transferState: string
  statement: string
  runState: string
  /** A later transfer of the same statement, which the bank may pay. */
  reissue: string | null
}

/** What a person’s match of that line moved; none when the bank’s own references moved it. */
export function matchedMoves(partId: number, client?: QueryClientContract): Promise<MatchedMove[]> {
  return rows<MatchedMove>(
    `SELECT m.id, m.transfer_id AS "transferId", m.state, m.matched, m.moved_on AS "on", m.part_id AS "partId",
       m.status_id AS "statusId", m.reason_code AS "reasonCode", m.reason_text AS "reasonText",
       t.end_to_end_id AS "endToEndId", t.amount_cents AS amount, t.statement_id AS "statementId", s.run_id AS "runId",
       c.code AS "conventionCode", t.bank_account_id AS "bankAccountId", t.state AS "transferState", s.number AS statement,
       r.state AS "runState", (SELECT l.end_to_end_id FROM transfers l WHERE l.statement_id = t.statement_id
         AND l.id <> t.id AND l.state NOT IN ('rejected', 'returned')) AS reissue
     FROM transfer_moves m JOIN transfers t ON t.id = m.transfer_id JOIN statements s ON s.id = t.statement_id
     JOIN runs r ON r.id = s.run_id JOIN conventions c ON c.id = r.convention_id
     WHERE m.part_id = ? AND m.matched = 'person' ORDER BY t.id`,
    [partId],
    client
  )
}
