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
}

/** What the server calls the connections of this process: each process has its own. */
const applicationName = `reversement ${process.pid}`

/** Connection settings for Lucid: DATABASE_URL, or the embedded server through its private socket. */
export function databaseConnection(): DatabaseConnection {
  const url = env.get('DATABASE_URL')
  const test = env.get('NODE_ENV') === 'test'
  if (!url) {
    const database = test ? 'reversement_test' : 'reversement'
    return { ...embeddedServer!.address(), database, application_name: applicationName }
  }
  const target = new URL(url)
  if (test) target.pathname = `/${testDatabase(target.pathname.slice(1))}`
  return { connectionString: target.href, application_name: applicationName }
}
