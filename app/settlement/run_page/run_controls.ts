import type { Cents } from '#app/shared/cents'
import { row } from '#app/shared/rows'

export interface Control {
  label: string
  expected: Cents
  found: Cents
}

interface Sums {
  recorded: Cents
  lines: Cents
  statements: Cents | null
  carried: Cents
  entries: Cents
  payable: Cents
  transfers: Cents | null
}

/** The same money by several roads: a difference is a fault, whatever the road. */
export async function runControls(runId: number): Promise<Control[]> {
  const sums = await row<Sums>(SUMS.replaceAll(':run', String(runId)))
  if (!sums) return []
  const { recorded, lines, statements, carried, entries, payable, transfers } = sums
  const controls = [{ label: 'Lignes et total de la campagne', expected: recorded, found: lines }]
  if (statements !== null) {
    controls.push(
      { label: 'Relevés et lignes', expected: lines, found: statements },
      {
        label: 'Écritures et relevés, hors soldes repris',
        expected: statements - carried,
        found: entries,
      }
    )
  }
  if (transfers !== null) {
    controls.push({ label: 'Virements et sommes à payer', expected: payable, found: transfers })
  }
  return controls
}

const SUMS = `
  SELECT r.total_cents AS recorded,
    l.lines, l.carried,
    (SELECT sum(total_cents)::bigint FROM statements WHERE run_id = :run) AS statements,
    (SELECT coalesce(sum(p.credit_cents - p.debit_cents), 0)::bigint FROM journal_postings p
      JOIN journal_entries e ON e.id = p.entry_id JOIN statements s ON s.id = e.statement_id
      WHERE s.run_id = :run AND e.kind = 'statement_issue' AND p.auxiliary IS NOT NULL) AS entries,
    (SELECT coalesce(sum(payable_cents), 0)::bigint FROM statements WHERE run_id = :run) AS payable,
    (SELECT sum(t.amount_cents)::bigint FROM transfers t JOIN statements s ON s.id = t.statement_id
      WHERE s.run_id = :run AND t.state NOT IN ('rejected', 'returned')) AS transfers
  FROM runs r CROSS JOIN (SELECT coalesce(sum(amount_cents), 0)::bigint AS lines,
      coalesce(sum(amount_cents) FILTER (WHERE kind = 'carry_forward'), 0)::bigint AS carried
    FROM settlement_lines WHERE run_id = :run) l
  WHERE r.id = :run AND r.total_cents IS NOT NULL AND r.state <> 'abandoned'`
