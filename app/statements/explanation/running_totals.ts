import type { Explanation } from '#app/pricing/explain'

/** The operations that lead to an amount, each with what it comes to so far. */
export function runningTotals(arithmetic: Explanation['arithmetic']) {
  let total = 0
  return arithmetic.map((step) => {
    total += step.operator === 'multiply' ? step.quantity * step.unitAmount : -step.amount
    return { ...step, total }
  })
}
