import pg from 'pg'
import { databaseConnection } from '#database/connection'

/** Creates the database of this process when the server does not have it yet (embedded server, tests). */
export async function ensureDatabase(): Promise<void> {
  const client = new pg.Client(databaseConnection())
  try {
    await client.connect()
  } catch (error) {
    if ((error as { code?: string }).code !== '3D000') throw error
    await createDatabase(String(client.database))
    return
  }
  await client.end()
}

async function createDatabase(name: string): Promise<void> {
  const target = databaseConnection()
  const admin =
    'connectionString' in target
      ? { connectionString: maintenanceUrl(target.connectionString) }
      : { ...target, database: 'postgres' }
  const client = new pg.Client(admin)
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
