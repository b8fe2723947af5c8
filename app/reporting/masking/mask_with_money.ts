import { rowToConceal, type Spending } from '#app/reporting/masking/conceal_amounts'
import type { Figures } from '#app/reporting/masking/figures'
import { maskFigures } from '#app/reporting/masking/mask_figures'

/**
 * The figures to hide when rows carry money whose total is shown: as many more as the prices make necessary. `lines`
 * is the total of the persons of all the rows that have a price.
 */
export function maskWithMoney(
  figures: Figures,
  { spendings, lines }: { spendings: readonly Spending[]; lines: number },
  threshold: number
): ReadonlySet<number> {
  const forced = new Set<number>()
  for (;;) {
    const masked = maskFigures(figures, threshold, forced)
    const more = rowToConceal(spendings, masked)
    if (more !== null) forced.add(more)
    else if (masked.has(lines) || !movesLines(spendings, masked)) return masked
    else forced.add(lines)
  }
}

/**
 * Says whether what makes up for the acts of a hidden row is persons of another: their sum, if shown, would tell both.
 * A hidden row without a price makes up for any money, and leaves the persons alone.
 */
function movesLines(spendings: readonly Spending[], masked: ReadonlySet<number>): boolean {
  const hidden = spendings.filter(({ figure }) => masked.has(figure))
  return (
    hidden.every(({ usual }) => usual !== null) &&
    hidden.some(({ usual }) => typeof usual?.gain === 'object')
  )
}
