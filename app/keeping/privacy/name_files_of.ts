import type { Trx } from '#app/shared/transaction'

/**
 * Erases rows that name a file of the archive (`table f WHERE …`, `table f USING …`), and has the files removed once that
 * is committed, whatever happens to this process meanwhile. Gives how many.
 */
export async function nameFilesOf(trx: Trx, from: string): Promise<number> {
  const { rowCount } = await trx.rawQuery<{ rowCount: number }>(
    `WITH gone AS (DELETE FROM ${from} RETURNING f.file_key)
     INSERT INTO files_to_remove (file_key) SELECT file_key FROM gone`
  )
  return rowCount
}
