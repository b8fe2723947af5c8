import { LEAST, type Figures } from '#app/reporting/masking/figures'

/** What differs from what is true: by how much, figure by figure. */
export type Differences = ReadonlyMap<number, number>

/** The figures as they could be, moved one at a time; what each constraint is short of is kept up. */
export class World {
  readonly touching: readonly (readonly (readonly [constraint: number, by: number])[])[]
  private readonly values: number[]
  private readonly left: number[]
  private readonly known: Figures

  constructor(known: Figures) {
    this.known = known
    this.values = known.figures.map(({ value }) => value)
    const touching = this.values.map((): [number, number][] => [])
    this.left = known.constraints.map(({ terms }, rank) => {
      for (const [figure, by] of terms) touching[figure]!.push([rank, by])
      return terms.reduce((sum, [figure, by]) => sum + by * this.values[figure]!, 0)
    })
    this.touching = touching
  }

  move(figure: number, step: number): void {
    this.values[figure]! += step
    for (const [constraint, by] of this.touching[figure]!) this.left[constraint]! += by * step
  }

  moveAll(differences: Differences, times = 1): void {
    for (const [figure, step] of differences) this.move(figure, step * times)
  }

  /** By how much a constraint is broken: 0 when it holds. */
  fault(constraint: number): number {
    const left = this.left[constraint]!
    return this.known.constraints[constraint]!.kind === 'equal' ? left : Math.min(left, 0)
  }

  /** How far the figure goes in one direction before it, or a constraint that is no equality, breaks. */
  room(figure: number, sign: 1 | -1): number {
    let most = sign < 0 ? this.spare(figure) : Infinity
    for (const [constraint, by] of this.touching[figure]!) {
      if (by * sign > 0 || this.known.constraints[constraint]!.kind === 'equal') continue
      most = Math.min(most, Math.floor(this.left[constraint]! / -(by * sign)))
    }
    return most
  }

  /** How many times the differences can be made again. */
  roomOfAll(differences: Differences): number {
    const slopes = new Map<number, number>()
    let most = Infinity
    for (const [figure, step] of differences) {
      if (step < 0) most = Math.min(most, Math.floor(this.spare(figure) / -step))
      for (const [constraint, by] of this.touching[figure]!) {
        slopes.set(constraint, (slopes.get(constraint) ?? 0) + by * step)
      }
    }
    for (const [constraint, slope] of slopes) {
      if (slope < 0) most = Math.min(most, Math.floor(this.left[constraint]! / -slope))
    }
    return most
  }

  /** How much the figure has above the least that it can be; below zero when it can only be what it is. */
  spare(figure: number): number {
    return this.values[figure]! - LEAST[this.known.figures[figure]!.kind]
  }
}
