import type { BankLedger } from '#app/ledger/bank_ledger'
import type { Posting } from '#app/ledger/posting'
import type { Cents } from '#app/shared/cents'

/** The association’s account that its statement credited. */
export interface PaidAccount {
  account: string
  label: string
  auxiliary: string
  auxiliaryLabel: string
}

/**
 * The balanced postings of money that left: what was owed to the association is settled (debit), by the bank
 * (credit). Money that came back is the reverse: it is owed again.
 */
export function transferPostings(
  amount: Cents,
  effect: 'executed' | 'returned',
  paid: PaidAccount,
  bank: BankLedger
): Posting[] {
  const [left, back] = effect === 'executed' ? [amount, 0] : [0, amount]
  return [
    {
      account: paid.account,
      accountLabel: paid.label,
      auxiliary: paid.auxiliary,
      auxiliaryLabel: paid.auxiliaryLabel,
      debit: left,
      credit: back,
    },
    {
      account: bank.account,
      accountLabel: bank.label,
      auxiliary: null,
      auxiliaryLabel: null,
      debit: back,
      credit: left,
    },
  ]
}
