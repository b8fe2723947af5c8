import { centsFromDecimal } from '#app/payments/pain001/cents_from_decimal'
import type { PainTransfer } from '#app/payments/pain001/open_pain001'
import { findText } from '#app/payments/read_xml'
import type { Rule } from '#app/payments/rules/rule'
import { addDays } from '#app/shared/day'
import { formatAmount, formatDay } from '#app/shared/french_format'

const DAYS_WATCHED = 30

export const repetitionRules: readonly Rule[] = [
  {
    code: 'DEJA_PAYE',
    level: 'warning',
    *check({ transfers }, { today, recentPayments }) {
      const since = addDays(today, -DAYS_WATCHED)
      for (const transfer of transfers) {
        const key = paymentKey(transfer)
        for (const recent of recentPayments) {
          if (key !== `${recent.iban} ${recent.amount}` || recent.executionDate < since) continue
          const message = `Le même compte a reçu ${formatAmount(recent.amount)} le ${formatDay(recent.executionDate)} (${recent.endToEndId})\u00a0: vérifiez que ce n’est pas un second paiement.`
          yield { where: transfer.where, message }
        }
      }
    },
  },
  {
    code: 'VIREMENT_REPETE',
    level: 'warning',
    *check({ transfers }) {
      const first = new Map<string, string>()
      for (const transfer of transfers) {
        const key = paymentKey(transfer)
        const earlier = first.get(key)
        if (earlier === undefined) {
          first.set(key, transfer.where)
          continue
        }
        const message = `Même compte et même montant que le ${earlier}\u00a0: vérifiez que l’association n’est pas payée deux fois.`
        yield { where: transfer.where, message }
      }
    },
  },
]

function paymentKey({ element }: PainTransfer): string {
  const amount = centsFromDecimal(findText(element, 'Amt/InstdAmt') ?? '')
  return `${findText(element, 'CdtrAcct/Id/IBAN')} ${amount}`
}
