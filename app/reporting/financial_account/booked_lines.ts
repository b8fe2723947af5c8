import { CHARGES, lineOf, PRODUITS } from '#app/reporting/financial_account/budget_lines'
import type { Cents } from '#app/shared/cents'
import { rows } from '#app/shared/rows'

interface BookedAccount {
  side: 'charge' | 'produit'
  account: string
  cents: Cents
}

/** What the books hold of a convention over a civil year, by line of the table. */
export async function bookedLines(conventionId: number, year: number): Promise<Map<string, Cents>> {
  const accounts = await rows<BookedAccount>(
    `SELECT CASE kind WHEN 'statement_issue' THEN 'charge' ELSE 'produit' END AS side, account,
       sum(CASE kind WHEN 'statement_issue' THEN debit_cents - credit_cents ELSE credit_cents - debit_cents END)::bigint AS cents
     FROM journal_lines WHERE convention_id = ? AND entry_date BETWEEN ? AND ?
       AND ((kind = 'statement_issue' AND auxiliary IS NULL) OR (kind = 'funder_receipt' AND credit_cents > 0) OR (kind = 'receipt_reversal' AND debit_cents > 0))
     GROUP BY 1, 2`,
    [conventionId, `${year}-01-01`, `${year}-12-31`]
  )
  const lines = new Map<string, Cents>()
  for (const { side, account, cents } of accounts) {
    const key = lineOf(account, side === 'charge' ? CHARGES : PRODUITS)
    lines.set(key, (lines.get(key) ?? 0) + cents)
  }
  return lines
}
