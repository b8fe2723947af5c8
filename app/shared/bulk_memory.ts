import type { Trx } from '#app/shared/transaction'

/** Enough to sort a million rows, or to hold them for the triggers of their statement: on disk it takes several times longer. */
const WORK_MEM = '256MB'

/** Has PostgreSQL work in memory until the end of a transaction that handles rows by the million. */
export async function useBulkMemory(trx: Trx): Promise<void> {
  await trx.rawQuery(`SET LOCAL work_mem = '${WORK_MEM}'`)
}
