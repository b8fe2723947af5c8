import { LEAST, type Constraint, type Figures } from '#app/reporting/masking/figures'

export interface Report {
  values: readonly number[]
  constraints: readonly Constraint[]
  masked: ReadonlySet<number>
  /** The least that a reader takes each hidden figure for: one, when nothing is said. */
  least?: (figure: number) => number
}

/** What a reader has, of figures whose rows are hidden. */
export function reportOf({ figures, constraints }: Figures, rows: ReadonlySet<number>): Report {
  return {
    values: figures.map(({ value }) => value),
    constraints,
    masked: new Set(
      figures.flatMap(({ kind, row, value }, figure) =>
        rows.has(row) && kind !== 'known' && !(kind === 'persons' && value === 0) ? [figure] : []
      )
    ),
    least: (figure) => Math.max(LEAST[figures[figure]!.kind], -FAR),
  }
}

const FAR = 1_000_000_000

/** A constraint over hidden figures alone: Σ by × hidden = or ≥ right. */
export interface Unknowns {
  kind: Constraint['kind']
  terms: Map<number, number>
  right: number
}

/** What a reader of the report knows of the hidden figures, and nothing else. */
export function known({ values, constraints, masked }: Report): Unknowns[] {
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
  return [...boundsOf(report)].flatMap(([figure, [low, high]]) => (low === high ? [figure] : []))
}

/** What a reader bounds each hidden figure to. */
export function boundsOf(report: Report): ReadonlyMap<number, readonly [number, number]> {
  const { masked, least = () => 1 } = report
  const bounds: Bounds = new Map([...masked].map((figure) => [figure, [least(figure), FAR]]))
  tighten(known(report), bounds)
  return bounds
}

/** The least and the most that a hidden figure is in all the worlds there are; null when there are too many to look at. */
export function rangeByExhaustion(
  report: Report,
  figure: number,
  tries = 500
): readonly [number, number] | null {
  const facts = known(report)
  const all: Bounds = new Map([...boundsOf(report)].map(([one, [low, high]]) => [one, [low, high]]))
  let left = tries
  const isPossible = (given: Bounds): boolean | null => {
    if (left-- <= 0) return null
    const bounds: Bounds = new Map([...given].map(([one, [low, high]]) => [one, [low, high]]))
    if (!tighten(facts, bounds)) return false
    const open = [...bounds]
      .filter(([, [low, high]]) => low < high)
      .toSorted(([, a], [, b]) => a[1] - a[0] - b[1] + b[0])[0]
    if (!open) return true
    const [one, [low, high]] = open
    const middle = Math.floor((low + high) / 2)
    const below = isPossible(new Map([...bounds, [one, [low, middle]]]))
    return below === false ? isPossible(new Map([...bounds, [one, [middle + 1, high]]])) : below
  }
  const furthest = (sign: 1 | -1): number | null => {
    let near = report.values[figure]!
    let far = all.get(figure)![sign === 1 ? 1 : 0]
    while (near !== far) {
      const middle = sign === 1 ? Math.ceil((near + far) / 2) : Math.floor((near + far) / 2)
      const beyond: [number, number] = sign === 1 ? [middle, far] : [far, middle]
      const possible = isPossible(new Map([...all, [figure, beyond]]))
      if (possible === null) return null
      if (possible) near = middle
      else far = middle - sign
    }
    return near
  }
  const [low, high] = [furthest(-1), furthest(1)]
  return low === null || high === null ? null : [low, high]
}

/** Figures that a reader bounds to fewer values than there are under the threshold; of small reports only. */
export function narrow(report: Report, threshold: number): number[] {
  const width = Math.max(1, threshold - 2)
  if (report.masked.size > 11) return []
  return [...report.masked].filter((figure) => {
    const range = rangeByExhaustion(report, figure)
    return range !== null && range[1] - range[0] < width
  })
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
