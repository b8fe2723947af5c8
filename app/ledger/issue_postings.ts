import type { AccountMapping } from '#app/ledger/account_mapping'
import type { Posting } from '#app/ledger/posting'
import { assertCents, type Cents } from '#app/shared/cents'

/**
 * The balanced postings of an issued statement: charge to debit, association to credit, and the
 * reverse when the amount is negative. The amount is that of its service and correction lines: what
 * is carried forward was posted with the statement it comes from. Null when there is nothing to post.
 */
export function issuePostings(
  amount: Cents,
  mapping: AccountMapping,
  association: { code: string; name: string }
): Posting[] | null {
  if (assertCents(amount) === 0) return null
  const owed = Math.max(amount, 0)
  const owedBack = Math.max(-amount, 0)
  return [
    {
      account: mapping.chargeAccount,
      accountLabel: mapping.chargeLabel,
      auxiliary: null,
      auxiliaryLabel: null,
      debit: owed,
      credit: owedBack,
    },
    {
      account: mapping.payableAccount,
      accountLabel: mapping.payableLabel,
      auxiliary: association.code,
      auxiliaryLabel: association.name,
      debit: owedBack,
      credit: owed,
    },
  ]
}
