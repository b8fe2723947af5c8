import { PAYEE_LABELS } from '#app/network/bank_accounts/payee_labels'
import { statusCode } from '#app/payments/answers/status_codes'

export type StatusLevel = 'order' | 'lot' | 'transfer' | 'check'

/** Said of a whole order, some payees of which do not match: its lines say which. */
const ORDER_CHECKS = new Map([
  ['RVCM', 'Des noms de l’ordre ne concordent pas'],
  ['RCVM', 'Des noms de l’ordre ne concordent pas'],
])

/** What a pain.002 says, in French with its code; a code that is in no list is kept and said so. */
export function statusWords(status: string, level: StatusLevel): string {
  const known = level === 'check' ? checkWords(status) : statusCode(status)?.label
  return known ? `${known} (${status})` : `${status} (code non répertorié)`
}

function checkWords(status: string): string | undefined {
  return Object.hasOwn(PAYEE_LABELS, status)
    ? PAYEE_LABELS[status]!.label
    : ORDER_CHECKS.get(status)
}
