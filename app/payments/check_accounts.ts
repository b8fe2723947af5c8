import { checkAccount } from '#app/payments/check_account'
import type { PaymentOrder } from '#app/payments/payment_order'
import type { PayableStatement } from '#app/payments/select_statements'
import type { Reason, Refused } from '#app/shared/result'

/** Why some accounts of the order cannot be paid by SEPA transfer, association by association; null when all can. */
export function checkAccounts(
  statements: readonly PayableStatement[],
  order: PaymentOrder
): Refused | null {
  const refused = statements.flatMap((statement, index): Reason[] => {
    const { iban } = order.transfers[index]!
    const { bic, holder, country, postcode, department, blockedReason } = statement
    const reasons = checkAccount({ iban, bic, holder, country, department: department ?? postcode })
    if (blockedReason !== null) {
      reasons.push({ code: 'COMPTE_BLOQUE', message: `Le compte est bloqué : ${blockedReason}` })
    }
    return reasons.map(({ code, message }) => ({
      code,
      message: `${statement.associationCode}, relevé ${statement.number} : ${message}`,
      remedy: 'Faites approuver un autre compte, ou payez ce relevé hors de ce fichier.',
    }))
  })
  return refused.length > 0 ? { refused } : null
}
