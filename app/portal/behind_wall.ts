import db from '@adonisjs/lucid/services/db'
import { readThrough } from '#app/shared/reading_client'

/**
 * Reads as an association: through a role that owns nothing, to which the database shows the rows of this one
 * association only. A filter that a page forgets shows nothing more.
 */
export async function behindWall<T>(associationId: number, work: () => Promise<T>): Promise<T> {
  const trx = await db.transaction()
  try {
    await trx.rawQuery(`SELECT set_config('reversement.association', ?, true)`, [
      String(associationId),
    ])
    await trx.rawQuery('SET LOCAL ROLE reversement_portal')
    return await readThrough(trx, work)
  } finally {
    // Nothing was written here: operations write through their own transactions, which check whose the row is.
    await trx.rollback()
  }
}
