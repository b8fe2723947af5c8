import { payeeLabel } from '#app/network/bank_accounts/payee_labels'
import { deedOf, type LastCheck } from '#app/payments/payees/last_checks'
import type { PayableStatement } from '#app/payments/orders/select_statements'
import { formatDay } from '#app/shared/french_format'
import { parisDay } from '#app/shared/day'
import type { PayeePolicy } from '#app/shared/payee_policy'
import type { Reason } from '#app/shared/result'

/** Why accounts of an order wait, because of what their banks said of the holder’s name. */
export function payeeDoubts(
  statements: readonly PayableStatement[],
  checks: ReadonlyMap<number, LastCheck>,
  policy: PayeePolicy
): Reason[] {
  return statements.flatMap(({ bankAccountId, associationCode, number }): Reason[] => {
    const check = checks.get(bankAccountId)
    if (!check) return []
    const deed = deedOf(check.result, policy)
    if (deed === 'accept' || (deed === 'confirm' && check.confirmed)) return []
    const known = check.knownName ? ` (la banque connaît «\u00a0${check.knownName}\u00a0»)` : ''
    return [
      {
        code: deed === 'block' ? 'BENEFICIAIRE_REFUSE' : 'BENEFICIAIRE_A_CONFIRMER',
        message: `${associationCode}, relevé ${number}\u00a0: ${payeeLabel(check.result).label}${known}, selon la banque le ${formatDay(parisDay(check.checkedAt))}.`,
        remedy:
          deed === 'block'
            ? 'Faites proposer un compte au nom exact que la banque connaît\u00a0: le nouveau repart sans doute.'
            : 'La direction le confirme avec une raison, dans Bénéficiaires vérifiés, ou un autre compte est proposé.',
      },
    ]
  })
}
