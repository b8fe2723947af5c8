import type { Day } from '#app/shared/day'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** Why a piece whose ten years are over stays. */
export type Kept = 'hold' | 'dispute' | 'open_year' | 'unpaid' | 'open_item'

export interface AccountingPiece {
  key: string
  kind: 'document' | 'order' | 'answer'
  sha256: Buffer
  /** Its ten years run from the end of this day’s civil year. */
  datedOn: Day
  /** Null when it may be destroyed. */
  kept: Kept | null
}

/**
 * The archived pieces of the books whose ten years are over on that day (code de commerce, article L123-22), the oldest
 * first: documents of runs, files of transfer orders, answers of the bank. Those that were destroyed are not among them.
 */
export function accountingPieces(trx: Trx, today: Day): Promise<AccountingPiece[]> {
  return rows<AccountingPiece>(
    `WITH kept_runs AS (${KEPT_RUNS}),
       kept_orders AS (
         SELECT t.transfer_order_id AS id, min(k.kept) AS kept FROM transfers t
         JOIN statements s ON s.id = t.statement_id JOIN kept_runs k ON k.run_id = s.run_id GROUP BY 1
         UNION SELECT transfer_order_id, 'unpaid' FROM transfers WHERE state IN ('issued', 'accepted')),
       proofs AS (
         SELECT coalesce(m.bank_file_id, b.bank_file_id) AS file_id, t.transfer_order_id AS order_id
         FROM transfer_moves v JOIN transfers t ON t.id = v.transfer_id
         LEFT JOIN bank_parts p ON p.id = v.part_id LEFT JOIN bank_movements m ON m.id = p.movement_id
         LEFT JOIN bank_statuses b ON b.id = v.status_id),
       kept_answers AS (
         SELECT file_id AS id, kept FROM proofs JOIN kept_orders k ON k.id = order_id
         UNION SELECT coalesce(m.bank_file_id, b.bank_file_id), 'open_item' FROM bank_items i
         LEFT JOIN bank_parts p ON p.id = i.part_id LEFT JOIN bank_movements m ON m.id = p.movement_id
         LEFT JOIN bank_statuses b ON b.id = i.status_id WHERE i.resolved_at IS NULL),
       pieces AS (
         SELECT d.file_key, 'document' AS kind, d.sha256, (r.issued_at AT TIME ZONE 'Europe/Paris')::date AS dated_on,
           (SELECT min(kept) FROM kept_runs k WHERE k.run_id = r.id) AS kept
         FROM documents d JOIN runs r ON r.id = d.run_id
         UNION ALL
         SELECT file_key, 'order', sha256, execution_date, (SELECT min(kept) FROM kept_orders k WHERE k.id = o.id)
         FROM transfer_orders o
         UNION ALL
         SELECT file_key, 'answer', sha256, (imported_at AT TIME ZONE 'Europe/Paris')::date,
           (SELECT min(kept) FROM kept_answers k WHERE k.id = f.id)
         FROM bank_files f)
     SELECT file_key AS key, kind, sha256, dated_on AS "datedOn", coalesce(kept, CASE
       WHEN make_date(extract(year FROM dated_on)::integer, 12, 31) > coalesce(
         (SELECT max(until) FROM period_closures), '-infinity') THEN 'open_year' END) AS kept
     FROM pieces WHERE dated_on < make_date(extract(year FROM ?::date)::integer - 10, 1, 1)
       AND NOT EXISTS (SELECT FROM destroyed_files x WHERE x.file_key = pieces.file_key)
     ORDER BY dated_on, file_key`,
    [today],
    trx
  )
}

const KEPT_RUNS = `
  SELECT r.id AS run_id, 'hold' AS kept FROM runs r JOIN legal_holds h ON h.lifted_at IS NULL
    AND (h.convention_id = r.convention_id OR h.saisine_id IN (
      SELECT saisine_id FROM settlement_lines l WHERE l.run_id = r.id))
  UNION SELECT l.run_id, 'dispute' FROM disputes d JOIN settlement_lines l ON l.id = d.line_id WHERE d.closed_at IS NULL
  UNION SELECT id, 'unpaid' FROM runs WHERE state NOT IN ('paid', 'closed')`
