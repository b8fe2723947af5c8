import { rows } from '#app/shared/rows'
import { lock, type Trx } from '#app/shared/transaction'

/** Waits for the reconciliations of the conventions that an import touched: they read and rewrite what it brought. */
export async function lockConventions(
  trx: Trx,
  table: 'saisines' | 'return_forms',
  importId: number
): Promise<void> {
  const touched = await rows<{ id: number }>(
    `SELECT DISTINCT convention_id AS id FROM ${table} WHERE import_id = ? ORDER BY 1`,
    [importId],
    trx
  )
  for (const { id } of touched) await lock(trx, `reconcile ${id}`)
}
