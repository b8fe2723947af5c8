import type { Cents } from '#app/shared/cents'
import { rows } from '#app/shared/rows'

export interface AccountBalance {
  account: string
  label: string
  debitCents: Cents
  creditCents: Cents
}

/** What each account of the journal holds, all days together. */
export function accountBalances(): Promise<AccountBalance[]> {
  return rows<AccountBalance>(
    `SELECT account, max(account_label) AS label, sum(debit_cents)::bigint AS "debitCents",
       sum(credit_cents)::bigint AS "creditCents"
     FROM journal_postings GROUP BY account ORDER BY account`
  )
}
