import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** What one check found: how many things it looked at, how many offend, and the first of them in French. */
export interface Verdict {
  checked: number
  breaches: number
  examples: string[]
}

/** A sentence that must be true of the whole database at any time. */
export interface Invariant {
  code: string
  /** In French. */
  label: string
  examine(trx: Trx): Promise<Verdict>
}

const SHOWN = 5

/**
 * An invariant told in SQL: `counted` gives the number of things looked at, `offending` one row
 * (subject, fault) for each that breaks it. A null subject would hide a row, so it is shown as « … ».
 */
export function sqlInvariant(
  code: string,
  label: string,
  sql: { counted: string; offending: string }
): Invariant {
  return {
    code,
    label,
    async examine(trx) {
      const [count] = await rows<{ n: number }>(`SELECT (${sql.counted})::bigint AS n`, [], trx)
      const found = await rows<{ subject: string; fault: string; total: number }>(
        `SELECT coalesce(subject, '…') AS subject, coalesce(fault, '…') AS fault, count(*) OVER () AS total
         FROM (${sql.offending}) AS offending ORDER BY subject, fault LIMIT ${SHOWN}`,
        [],
        trx
      )
      return {
        checked: count!.n,
        breaches: found[0]?.total ?? 0,
        examples: found.map(({ subject, fault }) => `${subject}\u00a0: ${fault}`),
      }
    },
  }
}

/** The verdict of a check made by hand, from everything that it found. */
export function verdict(checked: number, faults: string[]): Verdict {
  return { checked, breaches: faults.length, examples: faults.slice(0, SHOWN) }
}
