/** An amount of money in integer euro cents, negative for a debit. `null` (unknown) is never zero. */
export type Cents = number

const FULL_RATE = 10_000

/** Returns the amount itself; throws a RangeError when it is not a safe integer. */
export function assertCents(n: number): Cents {
  if (!Number.isSafeInteger(n)) throw new RangeError(`Not an amount in integer cents: ${n}`)
  return n === 0 ? 0 : n // -0 would print as "-0" and fail strict comparisons
}

/** Exact sum of amounts in cents, 0 for none; throws a RangeError on anything but safe integers. */
export function sumCents(values: Iterable<Cents>): Cents {
  let total = 0
  for (const value of values) total = assertCents(total + assertCents(value))
  return total
}

/**
 * The share of an amount at a rate in basis points (10 000 = 100 %), rounded once, half up.
 * A half goes away from zero, so that a negative correction mirrors the line that it corrects.
 */
export function applyBasisPoints(amount: Cents, basisPoints: number): Cents {
  if (!Number.isSafeInteger(basisPoints)) {
    throw new RangeError(`Not a rate in basis points: ${basisPoints}`)
  }
  const size = Math.abs(assertCents(amount))
  const rate = Math.abs(basisPoints)
  // The amount is split at 10 000 so that no product leaves the safe integers before the share does.
  const rest = assertCents((size % FULL_RATE) * rate)
  const share = Math.floor(size / FULL_RATE) * rate + Math.floor((rest + 5_000) / FULL_RATE)
  return assertCents(amount < 0 !== basisPoints < 0 ? -share : share)
}

/** "1234.56" with a dot, two decimals and the sign: for pain.001 and machine files, not for eyes. */
export function decimalFromCents(c: Cents): string {
  const digits = String(Math.abs(assertCents(c))).padStart(3, '0')
  return `${c < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
