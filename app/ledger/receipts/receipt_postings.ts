import type { BankLedger } from '#app/ledger/bank_ledger'
import type { Posting } from '#app/ledger/posting'
import { assertCents, type Cents } from '#app/shared/cents'

/** The account that the money of a convention’s funder is credited to. */
export interface FunderAccount {
  account: string
  label: string
}

/** The balanced postings of an instalment: bank to debit, funder to credit. Throws unless the amount is above zero. */
export function receiptPostings(
  amount: Cents,
  bank: Pick<BankLedger, 'account' | 'label'>,
  funder: FunderAccount
): Posting[] {
  if (assertCents(amount) <= 0) throw new RangeError(`Not a receipt: ${amount}`)
  return [side(bank, amount, 0), side(funder, 0, amount)]
}

function side({ account, label }: FunderAccount, debit: Cents, credit: Cents): Posting {
  return { account, accountLabel: label, auxiliary: null, auxiliaryLabel: null, debit, credit }
}
