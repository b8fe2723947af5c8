import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { row, rows } from '#app/shared/rows'

export interface ClosureShown {
  until: Day
  entries: number
  debitCents: Cents
  digest: string
  who: string
  at: Date
}

/** The periods that are closed, the latest first, and what stands in the open one. */
export async function periodClosures() {
  const closures = await rows<ClosureShown>(
    `SELECT p.until, p.entry_count AS entries, p.debit_cents AS "debitCents", encode(p.digest, 'hex') AS digest,
       u.full_name AS who, p.closed_at AS at
     FROM period_closures p JOIN users u ON u.id = p.closed_by ORDER BY p.until DESC`
  )
  const open = await row<{
    entries: number
    first: Day | null
    last: Day | null
    receipts: number
  }>(
    `SELECT count(*) AS entries, min(entry_date) AS first, max(entry_date) AS last,
       (SELECT count(*) FROM living_receipts f
        WHERE NOT EXISTS (SELECT 1 FROM journal_entries WHERE receipt_id = f.id)) AS receipts
     FROM journal_entries WHERE entry_date > coalesce((SELECT max(until) FROM period_closures), '-infinity')`
  )
  return { closures, open: open! }
}
