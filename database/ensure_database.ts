import pg from 'pg'
import { databaseConnection } from '#database/connection'

/** Creates the database of this process when the server does not have it yet (embedded server, tests). */
export async function ensureDatabase(): Promise<void> {
  const client = new pg.Client(databaseConnection())
  try {
    await client.connect()
  } catch (error) {
    if ((error as { code?: string }).code !== '3D000') throw error
    await createDatabase(databaseName())
    return
  }
  await client.end()
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
