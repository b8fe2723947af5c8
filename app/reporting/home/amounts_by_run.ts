import type { Cents } from '#app/shared/cents'
import { rows } from '#app/shared/rows'

export interface RunAmount {
  id: number
  code: string
  statements: number
  payableCents: Cents
}

/** Runs shown. */
const RUNS = 8

/** What the last issued runs paid, the latest first. */
export function amountsByRun(): Promise<RunAmount[]> {
  return rows<RunAmount>(
    `SELECT r.id, r.code, count(s.id) AS statements, coalesce(sum(s.payable_cents), 0)::bigint AS "payableCents"
     FROM (SELECT id, code FROM runs WHERE state IN ('issued', 'paid', 'closed') ORDER BY id DESC LIMIT ${RUNS}) r
     LEFT JOIN statements s ON s.run_id = r.id GROUP BY r.id, r.code ORDER BY r.id DESC`
  )
}
