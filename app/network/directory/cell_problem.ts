import type { Reason } from '#app/shared/result'

/** What is wrong in one cell of a row, and how to mend it. `column` is the canonical title. */
export interface CellProblem {
  column: string
  value: string
  message: string
  remedy: string
}

/** The same, for whoever typed a form instead of a file. */
export function reasonOf({ column, message, remedy }: CellProblem): Reason {
  return { code: `COLONNE_${column.toUpperCase()}`, message, remedy, field: column }
}
