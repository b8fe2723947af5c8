import pg from 'pg'
import { databaseConnection, embeddedServer } from '#database/connection'

const OLDEST_VERSION = 15

/**
 * Makes sure that the database of this process answers: creates it on the embedded server and for the tests, and
 * says in one sentence what is wrong with any other. Throws that sentence.
 */
export async function ensureDatabase({ mayCreate }: { mayCreate: boolean }): Promise<void> {
  const client = new pg.Client(databaseConnection())
  try {
    await client.connect()
    await refuseOldServer(client)
  } catch (error) {
    const { code, message } = error as Error & { code?: string }
    if (code !== '3D000') throw new Error(`La base de données ne répond pas : ${message}`)
    if (!mayCreate) {
      throw new Error(
        `La base « ${databaseName()} » n’existe pas : créez-la, ou corrigez DATABASE_URL.`
      )
    }
    await createDatabase(databaseName())
  } finally {
    await client.end()
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  if (embeddedServer) return
  const { rows } = await client.query<{ version: string }>(
    `SELECT current_setting('server_version_num') AS version`
  )
  const version = Math.floor(Number(rows[0]?.version) / 10_000)
  if (version < OLDEST_VERSION) {
    throw new Error(
      `PostgreSQL ${version} est trop ancien : il faut la version ${OLDEST_VERSION} ou une suivante.`
    )
  }
}

function databaseName(): string {
  const { database, connectionString = '' } = databaseConnection()
  return database ?? new URL(connectionString).pathname.slice(1)
}

async function createDatabase(name: string): Promise<void> {
  const { connectionString, ...target } = databaseConnection()
  const client = new pg.Client(
    connectionString
      ? { connectionString: maintenanceUrl(connectionString) }
      : { ...target, database: 'postgres' }
  )
  await client.connect()
  try {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

function maintenanceUrl(url: string): string {
  const target = new URL(url)
  target.pathname = '/postgres'
  return target.href
}
