import type { CheckedInvariant } from '#app/ledger/checks/check_ledger'
import { row } from '#app/shared/rows'

export interface LedgerCheck {
  id: number
  who: string
  endedAt: Date
  checks: CheckedInvariant[]
}

const COLUMNS = `SELECT w.id, u.full_name AS who, w.ended_at AS "endedAt", w.outcome -> 'checks' AS checks
  FROM works w JOIN users u ON u.id = w.started_by WHERE w.kind = 'ledger_check' AND w.state = 'done'`

/** A check of the books that came to its end, or null. */
export function findLedgerCheck(id: number): Promise<LedgerCheck | null> {
  return row<LedgerCheck>(`${COLUMNS} AND w.id = ?`, [id])
}

/** The last check of the books, or null while there is none. */
export function lastLedgerCheck(): Promise<LedgerCheck | null> {
  return row<LedgerCheck>(`${COLUMNS} ORDER BY w.id DESC LIMIT 1`)
}
