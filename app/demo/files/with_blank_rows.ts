import type { Cell } from '#app/demo/files/cell'

const EVERY = 40

/** The rows with an empty one now and then, as a reader leaves them to breathe. */
export function withBlankRows(rows: ReadonlyArray<readonly Cell[]>): Cell[][] {
  return rows.flatMap((row, i) => {
    const kept = [...row]
    return i > 0 && i % EVERY === 0 ? [row.map(() => null), kept] : [kept]
  })
}
