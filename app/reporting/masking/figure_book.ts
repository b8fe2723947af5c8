import type { Figures } from '#app/reporting/masking/figures'

export interface FigureBook {
  /** Adds a figure, and gives its rank. */
  add(value: number): number
  /** Adds the sum of figures, and gives its rank. */
  total(parts: readonly number[]): number
  /** Says that a figure is the sum of others. */
  sums(total: number, parts: readonly number[]): void
  /** Says that the persons of one are among those of the other. */
  within(part: number, whole: number): void
  /** Says that the persons of `whole` are each in one of the parts at least. */
  covers(whole: number, parts: readonly number[]): void
  figures(): Figures
  /** How many figures there are: the rank of the next one. */
  size(): number
}

/** The figures of a report, added table by table with what ties them. */
export function figureBook(): FigureBook {
  const values: number[] = []
  const sums: { total: number; parts: readonly number[] }[] = []
  const within: { part: number; whole: number }[] = []
  const covers: { whole: number; parts: readonly number[] }[] = []
  const add = (value: number) => values.push(value) - 1
  return {
    add,
    total(parts) {
      const total = add(parts.reduce((sum, part) => sum + values[part]!, 0))
      sums.push({ total, parts })
      return total
    },
    sums: (total, parts) => void sums.push({ total, parts }),
    within: (part, whole) => void within.push({ part, whole }),
    covers: (whole, parts) => void covers.push({ whole, parts }),
    figures: () => ({ values, sums, within, covers }),
    size: () => values.length,
  }
}
