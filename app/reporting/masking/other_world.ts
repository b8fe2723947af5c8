import type { Figures } from '#app/reporting/masking/figures'
import type { Differences, World } from '#app/reporting/masking/world'

export interface Published {
  known: Figures
  /** Numbers of persons that are hidden, and all their rows with them. */
  masked: ReadonlySet<number>
  /** Figures that another report already shows: hiding them here would hide nothing. */
  told: ReadonlySet<number>
}

/** Figures that a search changes at most, from the cheapest search to the dearest, and the tries of each. */
const LENGTHS = [2, 4, 6, 9, 14, 24]
const TRIES = 150

/**
 * Another world, where the figure differs by that step and where all that is published is the same: so long as there is
 * one, nobody can tell the figure from the report. Gives what differs from the given world, which is left as it was.
 * With `hiding`, figures that are not masked may differ too, the least useful first: all of them must then be masked.
 * Null when none was found: the figure must be taken for one that can be derived.
 */
export function otherWorld(
  published: Published,
  from: World,
  { figure, step, hiding }: { figure: number; step: number; hiding: boolean }
): Differences | null {
  for (const length of LENGTHS) {
    const search = new Search(published, from, hiding, length)
    if (!search.change(figure, step, [])) continue
    from.moveAll(search.differences, -1)
    return search.differences
  }
  return null
}

class Search {
  readonly differences = new Map<number, number>()
  private tries = TRIES

  private readonly published: Published
  private readonly world: World
  private readonly hiding: boolean
  private readonly length: number

  constructor(published: Published, world: World, hiding: boolean, length: number) {
    this.published = published
    this.world = world
    this.hiding = hiding
    this.length = length
  }

  /** Changes a figure, then mends what that breaks, constraint after constraint; changes nothing when it fails. */
  change(figure: number, step: number, broken: readonly number[]): boolean {
    if (this.differences.size >= this.length || this.tries-- <= 0) return false
    if (!this.mayDiffer(figure) || this.world.spare(figure) < -step) return false
    this.differences.set(figure, step)
    this.world.move(figure, step)
    const touched = this.world.touching[figure]!.map(([constraint]) => constraint)
    if (this.mend([...broken, ...touched])) return true
    this.world.move(figure, -step)
    this.differences.delete(figure)
    return false
  }

  private mayDiffer(figure: number): boolean {
    const { known, masked, told } = this.published
    if (this.differences.has(figure) || this.world.spare(figure) < 0) return false
    return masked.has(known.figures[figure]!.row) || (this.hiding && !told.has(figure))
  }

  private mend(suspects: readonly number[]): boolean {
    const broken = suspects.filter((one) => this.world.fault(one) !== 0)
    const [first] = broken
    if (first === undefined) return true
    const fault = this.world.fault(first)
    return this.published.known.constraints[first]!.terms.filter(([figure]) =>
      this.mayDiffer(figure)
    )
      .toSorted(([a], [b]) => this.loss(a) - this.loss(b))
      .some(([figure, by]) =>
        this.steps(figure, fault, by).some((step) => this.change(figure, step, broken))
      )
  }

  /** What mends the constraint at once; and what takes a part of it without breaking anything else. */
  private *steps(figure: number, fault: number, by: number): Generator<number> {
    const sign = fault * by > 0 ? -1 : 1
    const whole = Math.abs(fault / by)
    if (fault % by === 0) yield sign * whole
    const room = this.world.room(figure, sign)
    if (room > 0 && room < whole) yield sign * room
  }

  /** What the report loses when the figure is hidden; what is hidden already gives first, the largest of them. */
  private loss(figure: number): number {
    const { known, masked } = this.published
    const { row } = known.figures[figure]!
    const persons = known.figures[row]!.value
    if (masked.has(row)) return -persons
    return known.totals.has(row) ? persons * 1000 : persons
  }
}
