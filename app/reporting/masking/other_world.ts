import type { Constraint } from '#app/reporting/masking/figures'

export interface Published {
  values: readonly number[]
  constraints: readonly Constraint[]
  /** Ranks of the constraints that each figure stands in. */
  touching: readonly (readonly number[])[]
  /** Figures that are the sum of others: the last that one would hide. */
  totals: ReadonlySet<number>
  masked: ReadonlySet<number>
  /** Figures that another report already shows: hiding them here would hide nothing. */
  told: ReadonlySet<number>
}

/** Figures that a search changes at most, from the cheapest search to the dearest, and the tries of each. */
const LENGTHS = [2, 4, 6, 9, 14]
const TRIES = 1500

/**
 * Another world, one person more or less here and there, where the figure is not what it is and where all that is
 * published is the same: so long as there is one, nobody can tell the figure from the report. Gives the figures that
 * differ. A masked figure stays one person at least, since zeros are published. With `hiding`, figures that are not
 * masked may differ too, the least useful first: all of them must then be masked. Null when none was found: the figure
 * must be taken for one that can be derived.
 */
export function otherWorld(
  published: Published,
  figure: number,
  { hiding = false } = {}
): number[] | null {
  for (const length of LENGTHS) {
    for (const step of [1, -1]) {
      const search = new Search(published, hiding, length)
      if (search.change(figure, step, [])) return [...search.differences.keys()]
    }
  }
  return null
}

class Search {
  readonly differences = new Map<number, number>()
  private tries = TRIES

  private readonly published: Published
  private readonly hiding: boolean
  private readonly length: number

  constructor(published: Published, hiding: boolean, length: number) {
    this.published = published
    this.hiding = hiding
    this.length = length
  }

  /** Changes a figure, then mends what that breaks, constraint after constraint; changes nothing when it fails. */
  change(figure: number, step: number, broken: readonly number[]): boolean {
    const value = this.published.values[figure]!
    if (value === 0 || value + step < 1 || this.differences.has(figure)) return false
    if (!this.mayDiffer(figure)) return false
    if (this.differences.size >= this.length || this.tries-- <= 0) return false
    this.differences.set(figure, step)
    if (this.mend([...broken, ...this.published.touching[figure]!])) return true
    this.differences.delete(figure)
    return false
  }

  private mayDiffer(figure: number): boolean {
    const { masked, told } = this.published
    return masked.has(figure) || (this.hiding && !told.has(figure))
  }

  private mend(suspects: readonly number[]): boolean {
    const [rank, ...rest] = suspects.filter((one) => this.fault(one) !== 0)
    if (rank === undefined) return true
    const fault = this.fault(rank)
    return this.published.constraints[rank]!.terms.toSorted(
      ([a], [b]) => this.loss(a) - this.loss(b)
    ).some(([figure, by]) => this.change(figure, fault * by > 0 ? -1 : 1, [rank, ...rest]))
  }

  /** By how much a constraint is broken: 0 when it holds. */
  private fault(rank: number): number {
    const { terms, kind } = this.published.constraints[rank]!
    let left = 0
    for (const [figure, by] of terms) {
      const value = kind === 'positive' ? this.published.values[figure]! : 0
      left += by * (value + (this.differences.get(figure) ?? 0))
    }
    return kind === 'equal' ? left : Math.min(left, 0)
  }

  /** What the report loses when the figure is hidden; what is hidden already gives first, the largest of them. */
  private loss(figure: number): number {
    const value = this.published.values[figure]!
    if (this.published.masked.has(figure)) return -value
    return this.published.totals.has(figure) ? value * 1000 : value
  }
}
