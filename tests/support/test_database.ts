import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { databaseConnection } from '#database/connection'
import { connectTo } from '#tests/support/connections'

/**
 * Databases of the test server for whoever needs one of its own: other processes, or a world that is committed. A
 * copy of a template costs a tenth of a second, a migrated database ten times that.
 */
export interface TestDatabase {
  name: string
  /** For DATABASE_URL of another process. */
  url: string
  /** Waits until nobody is connected to it: a killed process's last words are heard, or lost. */
  quiet: () => Promise<void>
  drop: () => Promise<void>
}

/** Creates an empty database, or a copy of a template that nobody is connected to. */
export async function createTestDatabase(
  label: string,
  template?: TestDatabase
): Promise<TestDatabase> {
  const name = `${label}_${process.pid}_test`
  await administer(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
  await administer(
    `CREATE DATABASE "${name}" TEMPLATE ${template ? `"${template.name}"` : 'template0'}`
  )
  return {
    name,
    url: databaseUrl(name),
    quiet: () => untilQuiet(name),
    drop: async () => void (await administer(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)),
  }
}

/** Does the work with the application connected to that database, then leaves it without any connection. */
export async function inDatabase<T>(
  { url }: Pick<TestDatabase, 'url'>,
  work: () => Promise<T>
): Promise<T> {
  const usual = connectTo({ ...databaseConnection(), connectionString: url })
  try {
    return await work()
  } finally {
    connectTo(usual)
  }
}

/** The database that the tests of this process use when nothing else is said. */
export function usualDatabaseUrl(): string {
  const { database, connectionString } = databaseConnection()
  return connectionString ?? databaseUrl(database!)
}

/** The embedded server has no port: the folder of its socket stands in the query. */
function databaseUrl(name: string): string {
  const { connectionString, host, port, user } = databaseConnection()
  if (!connectionString) {
    const query = new URLSearchParams({ host: host!, port: String(port), user: user! })
    return `postgres:///${name}?${query}`
  }
  const url = new URL(connectionString)
  url.pathname = `/${name}`
  return url.href
}

const QUIET_WITHIN_MS = 30_000

async function untilQuiet(name: string): Promise<void> {
  for (const start = Date.now(); Date.now() < start + QUIET_WITHIN_MS; await setTimeout(20)) {
    const { rows } = await administer(
      `SELECT 1 FROM pg_stat_activity WHERE datname = '${name}' LIMIT 1`
    )
    if (rows.length === 0) return
  }
  throw new Error(`Somebody is still connected to ${name}`)
}

/** Says it to the server itself, connected to no database of the tests. */
export async function administer(statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: databaseUrl('postgres') })
  await client.connect()
  try {
    return await client.query(statement)
  } finally {
    await client.end()
  }
}
