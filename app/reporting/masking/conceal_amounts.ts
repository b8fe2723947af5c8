import type { Cents } from '#app/shared/cents'

/** A row of the report that carries money. */
export interface Spending {
  /** Its figure: how many persons. */
  figure: number
  /** How its acts could be otherwise; null where no price is known, as for corrections. */
  usual: Usual | null
}

export interface Usual {
  /** The price most often paid. */
  price: Cents
  /** Acts at this price that it could have less, and acts that it could have more. */
  lose: number
  /** With one act a person: persons more, in each hidden figure. */
  gain: number | readonly { figure: number; room: number }[]
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
  const told = hidden.filter((one) => !hidden.some((other) => exchange(one, other, masked)))
  if (told.length === 0) return null
  // A row without a price hides the others at the least loss; else the one that can spare most acts.
  const shown = spendings.filter(({ figure }) => !masked.has(figure))
  return shown.toSorted((a, b) => spare(b) - spare(a))[0]?.figure ?? null
}

function spare({ usual }: Spending): number {
  return usual === null ? Infinity : usual.lose
}

/** Says whether the acts of `one` could be otherwise for the same money, another hidden row making up for it. */
function exchange(
  { usual: a, figure }: Spending,
  { usual: b, figure: other }: Spending,
  masked: ReadonlySet<number>
): boolean {
  if (a?.price === 0) return a.lose > 0 || gain(a, masked) > 0
  if (figure === other) return false
  if (a === null || b === null) return true
  if (b.price === 0) return false
  const step = gcd(a.price, b.price)
  const [ofA, ofB] = [b.price / step, a.price / step]
  return (a.lose >= ofA && gain(b, masked) >= ofB) || (b.lose >= ofB && gain(a, masked) >= ofA)
}

function gain({ gain: more }: Usual, masked: ReadonlySet<number>): number {
  if (typeof more === 'number') return more
  return more.reduce((sum, { figure, room }) => sum + (masked.has(figure) ? room : 0), 0)
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}
