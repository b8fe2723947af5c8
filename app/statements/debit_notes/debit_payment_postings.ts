import type { BankLedger } from '#app/ledger/bank_ledger'
import type { Posting } from '#app/ledger/posting'
import type { OpenDebt } from '#app/statements/debit_notes/open_debt'
import { assertCents } from '#app/shared/cents'

/** The balanced postings of a debit note that is paid: bank to debit, the association’s account to credit. */
export function debitPaymentPostings(
  { amountCents, account, label, association }: Omit<OpenDebt, 'statementId' | 'number'>,
  bank: Pick<BankLedger, 'account' | 'label'>
): Posting[] {
  if (assertCents(amountCents) <= 0) throw new RangeError(`Not a debt: ${amountCents}`)
  return [
    {
      account: bank.account,
      accountLabel: bank.label,
      auxiliary: null,
      auxiliaryLabel: null,
      debit: amountCents,
      credit: 0,
    },
    {
      account,
      accountLabel: label,
      auxiliary: association.code,
      auxiliaryLabel: association.name,
      debit: 0,
      credit: amountCents,
    },
  ]
}
