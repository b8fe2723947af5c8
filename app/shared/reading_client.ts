import { AsyncLocalStorage } from 'node:async_hooks'
import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

const reading = new AsyncLocalStorage<QueryClientContract>()

/** Has all that the work reads without naming a connection go through this one. */
export function readThrough<T>(client: QueryClientContract, work: () => Promise<T>): Promise<T> {
  return reading.run(client, work)
}

/** The connection that reads: the one of the request when it has walls, the pool otherwise. */
export function readingClient(): QueryClientContract {
  return reading.getStore() ?? db.connection()
}
