import type { PayableAccount } from '#app/network/bank_accounts/payable_account'
import type { IssueContext } from '#app/statements/issue/issue_context'
import type { StatementDraft } from '#app/statements/issue/statement_drafts'
import type { Cents } from '#app/shared/cents'
import { row } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/**
 * Writes the statement under the next number of its year, 'REL-2026-000123': it is also the EndToEndId of the
 * transfer, so only letters, digits and dashes. The counter stays locked until the transaction ends: no number is lost.
 */
export async function insertStatement(
  trx: Trx,
  { run, issuedAt, issuedOn }: IssueContext,
  { association, parts }: StatementDraft,
  { total, account }: { total: Cents; account: PayableAccount | null }
): Promise<{ id: number; number: string }> {
  const year = Number(issuedOn.slice(0, 4))
  const created = await row<{ id: number; number: string }>(
    `WITH next AS (
       INSERT INTO counters (name, value) VALUES (?, 1)
       ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value)
     INSERT INTO statements (run_id, association_id, number, year, sequence, bank_account_id, line_count,
       total_cents, payable_cents, carried_cents, issued_at)
     SELECT ?, ?, format('REL-%s-%s', ?::int, lpad(value::text, 6, '0')), ?, value, ?, ?, ?, ?, ?, ? FROM next
     RETURNING id, number`,
    [
      `statements ${year}`,
      run.id,
      association.id,
      year,
      year,
      account?.id ?? null,
      parts.amounts.length,
      total,
      Math.max(total, 0),
      Math.min(total, 0),
      issuedAt,
    ],
    trx
  )
  return created!
}
