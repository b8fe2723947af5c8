import type { MovementDetail } from '#app/payments/answers/account_report'
import type { Reading } from '#app/payments/answers/reading'
import type { Money } from '#app/payments/answers/xml_money'
import { sumCents } from '#app/shared/cents'
import { formatAmount } from '#app/shared/french_format'

/**
 * The lines of a batch, kept only when they add up to what moved: a line counted on the word of another total would pay
 * somebody with nobody’s money. The reserve tells what was left aside.
 */
export function checkedDetails(
  reading: Reading,
  details: readonly MovementDetail[],
  moved: Money,
  where: string
): readonly MovementDetail[] {
  const comparable = details.every(
    ({ amount, currency }) => amount !== null && currency === moved.currency
  )
  if (details.length === 0 || !comparable) return details
  const sum = sumCents(details.map(({ amount }) => amount ?? 0))
  if (sum === moved.amount) return details
  reading.notices.push(
    `Détail écarté (${where})\u00a0: ses lignes font ${formatAmount(sum)} et le mouvement ${formatAmount(moved.amount)}.`
  )
  return []
}
