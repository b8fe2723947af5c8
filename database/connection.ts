import pg from 'pg'
import env, { storagePath } from '#start/env'
import { EmbeddedPostgres } from '#database/embedded_postgres'

/** bigint columns (identifiers, cents) fit in a JavaScript integer; a larger value must fail, not round. */
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`Entier hors limites dans la base : ${text}`)
  return value
})
/** A day stays the text 'YYYY-MM-DD': it has no hour and no time zone. */
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

/** The server of this installation when the administrator gives none; null with DATABASE_URL. */
export const embeddedServer = env.get('DATABASE_URL') ? null : new EmbeddedPostgres(storagePath)

/** Name of the database used by the tests: never the one that holds people's work. */
export function testDatabase(name: string): string {
  return name.endsWith('_test') ? name : `${name}_test`
}

/** A URL, or the parts of an address. */
export interface DatabaseConnection {
  connectionString?: string
  host?: string
  port?: number
  user?: string
  database?: string
  application_name?: string
  options?: string
}

/**
 * Tests kill processes, never the server: a commit need not wait for the disk. Their tables are small: workers that
 * would share a query take longer to start than it lasts.
 */
const TEST_OPTIONS = '-c synchronous_commit=off -c max_parallel_workers_per_gather=0'

/** What the server calls the connections of this process: each process has its own. */
const applicationName = `reversement ${process.pid}`

/** Connection settings for Lucid: DATABASE_URL, or the embedded server through its private socket. */
export function databaseConnection(): DatabaseConnection {
  const url = env.get('DATABASE_URL')
  const test = env.get('NODE_ENV') === 'test'
  const manners = { application_name: applicationName, ...(test && { options: TEST_OPTIONS }) }
  if (!url) {
    const database = test ? 'reversement_test' : 'reversement'
    return { ...embeddedServer!.address(), database, ...manners }
  }
  const target = new URL(url)
  if (test) target.pathname = `/${testDatabase(target.pathname.slice(1))}`
  return { connectionString: target.href, ...manners }
}
