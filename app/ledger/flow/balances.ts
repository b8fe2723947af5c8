import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { rows } from '#app/shared/rows'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

export interface AccountBalance {
  /** The account, or the association’s code. */
  id: string
  account: string
  label: string
  debitCents: Cents
  creditCents: Cents
  balanceCents: Cents
}

export interface AssociationBalance extends AccountBalance {
  code: string
  name: string
  /** Of the balance, what nothing lettered by that day: a payment that came since had lettered nothing yet. */
  openCents: Cents
}

const SUMS = `sum(debit_cents)::bigint AS "debitCents", sum(credit_cents)::bigint AS "creditCents",
  sum(debit_cents - credit_cents)::bigint AS "balanceCents"`

/** SQL of the balance of each account; its binding is the day. */
export const ACCOUNT_BALANCES = `
  SELECT account AS id, account, max(account_label) AS label, ${SUMS} FROM journal_lines
  WHERE entry_date <= ? GROUP BY account`

/** SQL of the balance of each association; its two bindings are the day. */
export const ASSOCIATION_BALANCES = `
  SELECT l.auxiliary AS id, l.account, max(l.account_label) AS label, l.auxiliary AS code,
    max(l.auxiliary_label) AS name, ${SUMS},
    coalesce(sum(debit_cents - credit_cents) FILTER (WHERE t.entry_id IS NULL), 0)::bigint AS "openCents"
  FROM journal_lines l LEFT JOIN (lettered_postings t JOIN letterings g ON g.id = t.lettering_id AND g.lettered_on <= ?)
    ON t.entry_id = l.entry_id AND t.position = l.position
  WHERE l.auxiliary IS NOT NULL AND l.entry_date <= ? GROUP BY l.account, l.auxiliary`

/** What each account holds at the end of a day: a debit is positive. */
export function balancesByAccount(
  until: Day,
  client?: QueryClientContract
): Promise<AccountBalance[]> {
  return rows<AccountBalance>(`${ACCOUNT_BALANCES} ORDER BY account`, [until], client)
}

/** The same for the account of each association. */
export function balancesByAssociation(
  until: Day,
  client?: QueryClientContract
): Promise<AssociationBalance[]> {
  const sql = `${ASSOCIATION_BALANCES} ORDER BY l.account, l.auxiliary`
  return rows<AssociationBalance>(sql, [until, until], client)
}
