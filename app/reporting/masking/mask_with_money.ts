import { rowToConceal, type Spending } from '#app/reporting/masking/conceal_amounts'
import type { Figures } from '#app/reporting/masking/figures'
import { maskFigures } from '#app/reporting/masking/mask_figures'

/** The figures to hide when rows carry money whose total is shown: as many more as the prices make necessary. */
export function maskWithMoney(
  figures: Figures,
  spendings: readonly Spending[],
  threshold: number
): ReadonlySet<number> {
  const forced = new Set<number>()
  for (;;) {
    const masked = maskFigures(figures, threshold, forced)
    const more = rowToConceal(spendings, masked)
    if (more === null) return masked
    forced.add(more)
  }
}
