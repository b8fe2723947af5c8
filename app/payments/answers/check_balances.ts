import { problem, type Reading } from '#app/payments/answers/reading'
import type { BareReport } from '#app/payments/answers/fingerprint'
import { sumCents } from '#app/shared/cents'
import { formatAmount } from '#app/shared/french_format'

/** Opening balance + booked movements = closing balance, or the gap is told. What cannot be added is told as a reserve. */
export function checkBalances(reading: Reading, report: BareReport, where: string): void {
  const { opening, closing } = report
  if (!opening || !closing) {
    reading.notices.push(
      `Soldes non vérifiés (${where})\u00a0: la banque ne les donne pas tous les deux.`
    )
    return
  }
  const booked = report.movements.filter(({ state }) => state === 'BOOK')
  const currencies = new Set([opening, closing, ...booked].map(({ currency }) => currency))
  if (currencies.size > 1) {
    const list = [...currencies].join(', ')
    reading.notices.push(`Soldes non vérifiés (${where})\u00a0: plusieurs devises (${list}).`)
    return
  }
  const moved = sumCents(booked.map(({ amount }) => amount))
  const gap = closing.amount - opening.amount - moved
  if (gap === 0) return
  const sum = `${amountIn(opening.amount, opening.currency)} et ${amountIn(moved, opening.currency)} de mouvements`
  problem(
    reading,
    'SOLDES',
    `Il manque ${amountIn(gap, opening.currency)} (${where})\u00a0: ${sum} ne donnent pas ${amountIn(closing.amount, closing.currency)}.`
  )
}

function amountIn(cents: number, currency: string): string {
  const amount = formatAmount(cents)
  return currency === 'EUR' ? amount : amount.replace('€', currency)
}
