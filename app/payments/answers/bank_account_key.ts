import type { BankAccountId } from '#app/payments/answers/account_report'

/**
 * One text per account, whatever the format that names it: a French IBAN and its RIB give the same (bank, branch and
 * number, without keys).
 */
export function bankAccountKey(account: BankAccountId): string {
  if ('rib' in account) return `${account.rib.bank}${account.rib.branch}${account.rib.number}`
  if ('other' in account) return account.other
  const iban = account.iban.replace(/\s/g, '').toUpperCase()
  return /^FR.{25}$/.test(iban) ? iban.slice(4, 25) : iban
}
