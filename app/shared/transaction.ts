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
    else await commit(trx)
    return result
  } catch (error) {
    if (!trx.isCompleted) await trx.rollback()
    throw error
  }
}

/**
 * Commits, or throws. Deferred constraints speak at COMMIT, and Lucid's own `commit` does not repeat what they say:
 * the failure is only on Knex's promise of the whole transaction.
 */
async function commit(trx: Trx): Promise<void> {
  await trx.commit()
  await trx.knexClient.executionPromise
}

/** Waits for the named lock, and holds it until the transaction ends. */
export async function lock(trx: Trx, name: string): Promise<void> {
  await trx.rawQuery('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [name])
}

/** Waits until nobody holds the named lock, and keeps it from being taken; others may wait likewise at the same time. */
export async function shareLock(trx: Trx, name: string): Promise<void> {
  await trx.rawQuery('SELECT pg_advisory_xact_lock_shared(hashtextextended(?, 0))', [name])
}
