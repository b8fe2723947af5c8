import type { Cents } from '#app/shared/cents'

/** A row of the report that carries money. */
export interface Spending {
  /** Its figure: how many persons. */
  figure: number
  /** Acts at the price most often paid, and this price; null where no price is known, as for corrections. */
  usual: { acts: number; price: Cents } | null
}

/**
 * A row to hide besides, because what the hidden ones cost together, which is the published total less the others,
 * would tell them apart: one alone, or several whose prices, public, leave one way only to make that sum. Null when
 * the hidden rows cannot be told, or when none is left to hide.
 */
export function rowToConceal(
  spendings: readonly Spending[],
  masked: ReadonlySet<number>
): number | null {
  const hidden = spendings.filter(({ figure }) => masked.has(figure))
  if (hidden.length === 0 || hidden.every((one) => hasOtherCount(one, hidden))) return null
  const shown = spendings.filter(({ figure }) => !masked.has(figure))
  // A row without a price hides the others at the least loss; else the one with most acts can spare some.
  const best = shown.toSorted((a, b) => room(b) - room(a))[0]
  return best?.figure ?? null
}

function room({ usual }: Spending): number {
  return usual === null ? Infinity : usual.acts
}

/** Says whether other numbers of acts, of this row and of another hidden one, cost as much together. */
function hasOtherCount(one: Spending, hidden: readonly Spending[]): boolean {
  return hidden.some((other) => other !== one && exchange(one.usual, other.usual))
}

function exchange(a: Spending['usual'], b: Spending['usual']): boolean {
  if (a === null || b === null) return true
  if (a.price === 0) return true
  if (b.price === 0) return false
  const step = gcd(a.price, b.price)
  return a.acts > b.price / step || b.acts > a.price / step
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}
