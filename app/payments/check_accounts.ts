import { formatInstant } from '#app/shared/format_instant'
import { checkAccount } from '#app/payments/check_account'
import type { PaymentOrder } from '#app/payments/pain001/payment_order'
import type { PayableStatement } from '#app/payments/orders/select_statements'
import type { Reason, Refused } from '#app/shared/result'

/** Why some accounts of the order cannot be paid by SEPA transfer, association by association; null when all can. */
export function checkAccounts(
  statements: readonly PayableStatement[],
  order: PaymentOrder,
  at: Date
): Refused | null {
  const refused = statements.flatMap((statement, index): Reason[] => {
    const { iban } = order.transfers[index]!
    const { bic, holder, country, postcode, department } = statement
    const doubts = checkAccount({ iban, bic, holder, country, department: department ?? postcode })
    const reasons: Reason[] = [...doubts, ...standing(statement, at)]
    return reasons.map(({ code, message, remedy = OTHERWISE }) => ({
      code,
      message: `${statement.associationCode}, relevé ${statement.number} : ${message}`,
      remedy,
    }))
  })
  return refused.length > 0 ? { refused } : null
}

const OTHERWISE = 'Faites approuver un autre compte, ou payez ce relevé hors de ce fichier.'

function standing(statement: PayableStatement, at: Date): Reason[] {
  const { blockedReason, replacementPayableFrom } = statement
  const reasons: Reason[] = []
  if (blockedReason !== null) {
    reasons.push({ code: 'COMPTE_BLOQUE', message: `Le compte est bloqué : ${blockedReason}` })
  }
  if (replacementPayableFrom !== null && replacementPayableFrom > at) {
    reasons.push({
      code: 'COMPTE_REMPLACE',
      message: `Le compte a été remplacé depuis l’émission\u00a0; le nouveau ne sert qu’à partir du ${formatInstant(replacementPayableFrom)}.`,
      remedy:
        'Attendez la fin de ce délai, puis refaites l’ordre\u00a0: il paiera le nouveau compte.',
    })
  }
  return reasons
}
