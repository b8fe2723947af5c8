import type { Constraint } from '#app/reporting/masking/figures'

export interface Report {
  values: readonly number[]
  constraints: readonly Constraint[]
  masked: ReadonlySet<number>
}

/** A constraint over hidden figures alone: Σ by × hidden = or ≥ right. */
interface Unknowns {
  kind: Constraint['kind']
  terms: Map<number, number>
  right: number
}

/** What a reader of the report knows of the hidden figures, and nothing else. */
function known({ values, constraints, masked }: Report): Unknowns[] {
  return constraints.map(({ kind, terms }) => {
    const unknown = new Map<number, number>()
    let right = 0
    for (const [figure, by] of terms) {
      if (masked.has(figure)) unknown.set(figure, (unknown.get(figure) ?? 0) + by)
      else right -= by * values[figure]!
    }
    return { kind, terms: unknown, right }
  })
}

/** Hidden figures that the equalities give, by exact elimination in rational numbers. */
export function derivedByElimination(report: Report): number[] {
  const columns = [...report.masked]
  const rows = known(report)
    .filter(({ kind }) => kind === 'equal')
    .map(({ terms }) => columns.map((figure) => fraction(BigInt(terms.get(figure) ?? 0))))
  const found: number[] = []
  let at = 0
  for (let column = 0; column < columns.length && at < rows.length; column++) {
    const pivot = rows.findIndex((row, rank) => rank >= at && row[column]!.top !== 0n)
    if (pivot < 0) continue
    ;[rows[at], rows[pivot]] = [rows[pivot]!, rows[at]!]
    const lead = rows[at]![column]!
    rows[at] = rows[at]!.map((one) => divide(one, lead))
    rows.forEach((row, rank) => {
      const by = row[column]!
      if (rank === at || by.top === 0n) return
      rows[rank] = row.map((one, i) => less(one, times(by, rows[at]![i]!)))
    })
    at++
  }
  for (const row of rows) {
    const left = row.flatMap((one, column) => (one.top === 0n ? [] : [column]))
    if (left.length === 1) found.push(columns[left[0]!]!)
  }
  return found
}

type Bounds = Map<number, [lowest: number, highest: number]>

/** Hidden figures that bounds, tightened until they hold still, leave one value: each is one at least. */
export function derivedByBounds(report: Report): number[] {
  const bounds: Bounds = new Map([...report.masked].map((figure) => [figure, [1, 1_000_000]]))
  tighten(known(report), bounds)
  return [...bounds].flatMap(([figure, [low, high]]) => (low === high ? [figure] : []))
}

/** Hidden figures that have one value in all the worlds, found one by one; null when there are too many to look at. */
export function derivedByExhaustion(report: Report, tries = 20_000): number[] | null {
  const facts = known(report)
  let left = tries
  const reaches = (bounds: Bounds, figure: number, other: boolean): boolean | null => {
    if (left-- <= 0) return null
    const now: Bounds = new Map([...bounds].map(([key, [low, high]]) => [key, [low, high]]))
    if (!tighten(facts, now)) return false
    const truth = report.values[figure]!
    const [low, high] = now.get(figure)!
    if (other && low === truth && high === truth) return false
    const open = [...now]
      .filter(([, [a, b]]) => a < b)
      .toSorted(([, a], [, b]) => a[1] - a[0] - b[1] + b[0])[0]
    if (!open) return now.get(figure)![0] !== truth
    const [key, [a, b]] = open
    const middle = Math.floor((a + b) / 2)
    for (const half of [
      [a, middle],
      [middle + 1, b],
    ] as [number, number][]) {
      const found = reaches(new Map([...now, [key, half]]), figure, other)
      if (found !== false) return found
    }
    return false
  }
  const most = 2 * Math.max(...report.values) + 2
  const derived: number[] = []
  for (const figure of report.masked) {
    const bounds: Bounds = new Map([...report.masked].map((one) => [one, [1, most]]))
    const found = reaches(bounds, figure, true)
    if (found === null) return null
    if (!found) derived.push(figure)
  }
  return derived
}

/** Narrows the bounds; false when no world is left. */
function tighten(facts: readonly Unknowns[], bounds: Bounds): boolean {
  for (let moved = true, turns = 0; moved && turns < 200; turns++) {
    moved = false
    for (const { kind, terms, right } of facts) {
      for (const sign of kind === 'equal' ? [1, -1] : [1]) {
        // sign × Σ by × figure ≥ sign × right: each figure is bounded by what the others can be at most.
        let most = 0
        for (const [figure, by] of terms)
          most += Math.max(...bounds.get(figure)!.map((b) => sign * by * b))
        if (most < sign * right) return false
        for (const [figure, by] of terms) {
          const pair = bounds.get(figure)!
          const mine = Math.max(...pair.map((b) => sign * by * b))
          const least = sign * right - (most - mine)
          if (sign * by > 0 && Math.ceil(least / (sign * by)) > pair[0]) {
            pair[0] = Math.ceil(least / (sign * by))
            moved = true
          }
          if (sign * by < 0 && Math.floor(least / (sign * by)) < pair[1]) {
            pair[1] = Math.floor(least / (sign * by))
            moved = true
          }
          if (pair[0] > pair[1]) return false
          if (moved) most = sum(terms, bounds, sign)
        }
      }
    }
  }
  return true
}

function sum(terms: Map<number, number>, bounds: Bounds, sign: number): number {
  let most = 0
  for (const [figure, by] of terms)
    most += Math.max(...bounds.get(figure)!.map((b) => sign * by * b))
  return most
}

interface Fraction {
  top: bigint
  bottom: bigint
}

function fraction(top: bigint, bottom = 1n): Fraction {
  const by = gcd(top < 0n ? -top : top, bottom) || 1n
  return { top: top / by, bottom: bottom / by }
}

function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.top, a.bottom * b.bottom)
}

function divide(a: Fraction, b: Fraction): Fraction {
  const sign = b.top < 0n ? -1n : 1n
  return fraction(a.top * b.bottom * sign, a.bottom * b.top * sign)
}

function less(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom)
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b)
}
