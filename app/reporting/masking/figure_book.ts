import type { Constraint, Figure, Figures } from '#app/reporting/masking/figures'

export interface FigureBook {
  /** Adds a number of persons, and gives its rank. */
  add(value: number, strides?: readonly number[]): number
  /** Adds the sum of numbers of persons, and gives its rank. */
  total(parts: readonly number[]): number
  /** Adds what stands on the row of a number of persons, and is hidden with it. */
  beside(row: number, figure: Omit<Figure, 'row'>): number
  /** Adds a number that no reader has to be told. */
  known(value: number): number
  /** Says that a figure is the sum of others, each so many times. */
  sums(total: number, parts: readonly (number | readonly [figure: number, times: number])[]): void
  /** Says that the persons of one are among those of the other. */
  within(part: number, whole: number): void
  /** Says that figures make, together, so many times another at most. */
  atMost(parts: readonly number[], times: number, whole: number): void
  /** Says that the persons of `whole` are each in one of the parts at least, and may be in several. */
  covers(whole: number, parts: readonly number[]): void
  /** All that was added; throws when the figures do not hold together. */
  figures(): Figures
  /** How many figures there are: the rank of the next one. */
  size(): number
}

/** The figures of a report, added table by table with what ties them. */
export function figureBook(): FigureBook {
  const figures: Figure[] = []
  const constraints: Constraint[] = []
  const totals = new Set<number>()
  const push = (figure: Figure) => figures.push(figure) - 1
  const add = (value: number, strides: readonly number[] = []) =>
    push({ kind: 'persons', value, row: figures.length, strides })
  const sums: FigureBook['sums'] = (total, parts) => {
    totals.add(total)
    const terms = parts.map((part) => (typeof part === 'number' ? ([part, 1] as const) : part))
    constraints.push({ kind: 'equal', terms: [[total, -1], ...terms] })
  }
  const atMost: FigureBook['atMost'] = (parts, times, whole) => {
    const terms = [[whole, times] as const, ...parts.map((part) => [part, -1] as const)]
    constraints.push({ kind: 'positive', terms })
  }
  return {
    add,
    total(parts) {
      const total = add(parts.reduce((sum, part) => sum + figures[part]!.value, 0))
      sums(total, parts)
      return total
    },
    beside: (row, figure) => push({ ...figure, row }),
    known: (value) => push({ kind: 'known', value, row: figures.length, strides: [] }),
    sums,
    within: (part, whole) => atMost([part], 1, whole),
    atMost,
    covers(whole, parts) {
      const terms = [[whole, -1] as const, ...parts.map((part) => [part, 1] as const)]
      constraints.push({ kind: 'positive', terms })
    },
    figures() {
      for (const { terms, kind } of constraints) {
        const left = terms.reduce((sum, [figure, by]) => sum + by * figures[figure]!.value, 0)
        if (kind === 'equal' ? left !== 0 : left < 0) {
          throw new Error('These figures do not add up')
        }
      }
      return { figures, constraints, totals }
    },
    size: () => figures.length,
  }
}
