import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { isRefused, type Refused } from '#app/shared/result'

export type Trx = TransactionClientContract

/** Runs the work in one transaction. A refusal rolls back, so that a refused verb never leaves half of itself. */
export async function transaction<T extends object>(
  work: (trx: Trx) => Promise<T | Refused>
): Promise<T | Refused> {
  const trx = await db.transaction()
  try {
    const result = await work(trx)
    if (isRefused(result)) await trx.rollback()
    else await trx.commit()
    return result
  } catch (error) {
    if (!trx.isCompleted) await trx.rollback()
    throw error
  }
}

/** Waits for the named lock, and holds it until the transaction ends. */
export async function lock(trx: Trx, name: string): Promise<void> {
  await trx.rawQuery('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [name])
}
