import type { Trx } from '#app/shared/transaction'

/** Fewer rows do not change how PostgreSQL reads a table. */
const WORTH_IT = 10_000

/** Has PostgreSQL count a table again after a large import: on old statistics it would look rows up one by one. */
export async function analyzeAfter(
  trx: Trx,
  table: 'saisines' | 'return_forms',
  created: number
): Promise<void> {
  if (created >= WORTH_IT) await trx.rawQuery(`ANALYZE ${table}`)
}
