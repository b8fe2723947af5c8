import type { Due } from '#app/settlement/envelope/fit_envelope'
import { assertCents, type Cents } from '#app/shared/cents'

/** Whose statement is abated, and to what. */
export interface Share extends Due {
  /** From 0 to less than `totalCents`. */
  shareCents: Cents
}

/**
 * Shares what is left of an envelope in proportion to what is due, to the cent: each part is rounded down, then the
 * cents that remain go one by one to the largest fractions, in the order given when they are equal (Hare’s quota). Those
 * who are owed nothing take no part. Empty when the envelope is enough.
 */
export function shareEnvelope<One extends Due>(
  leftCents: Cents,
  dues: readonly One[]
): (One & Share)[] {
  const left = BigInt(assertCents(Math.max(leftCents, 0)))
  const owed = dues.filter(({ totalCents }) => totalCents > 0)
  const total = owed.reduce((sum, { totalCents }) => sum + BigInt(assertCents(totalCents)), 0n)
  if (total <= left) return []
  const parts = owed.map((due, rank) => {
    const exact = BigInt(due.totalCents) * left
    return { due, rank, cents: exact / total, fraction: exact % total }
  })
  const whole = parts.reduce((sum, { cents }) => sum + cents, 0n)
  const byFraction = parts.toSorted((a, b) =>
    a.fraction === b.fraction ? a.rank - b.rank : a.fraction < b.fraction ? 1 : -1
  )
  const luckier = new Set(byFraction.slice(0, Number(left - whole)))
  return parts
    .map((part) => ({
      ...part.due,
      shareCents: Number(part.cents) + (luckier.has(part) ? 1 : 0),
    }))
    .filter(({ totalCents, shareCents }) => shareCents < totalCents)
}
