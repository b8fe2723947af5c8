import db from '@adonisjs/lucid/services/db'
import type { ConnectionConfig, PostgreConfig } from '@adonisjs/lucid/types/database'
import pg from 'pg'
import { databaseConnection, type DatabaseConnection } from '#database/connection'
import { migrateDatabase } from '#database/reset_database'
import { refuse, type Refused } from '#app/shared/result'

const CONNECTION = 'postgres'

/** SQLSTATE of a role that may not create a database. */
const NOT_ALLOWED = '42501'

/**
 * Does the work in a database of its own on the same server, laid anew and dropped at the end, failure included.
 * One at a time for a purpose: what an interrupted one left behind is dropped by the next.
 */
export async function inScratchDatabase<T extends object>(
  purpose: 'bench' | 'verification',
  work: (database: string) => Promise<T | Refused>
): Promise<T | Refused> {
  const working = databaseConnection()
  const database = `${databaseName(working)}_${purpose}`
  const server = new pg.Client(of(working, 'postgres'))
  await server.connect()
  try {
    const free = await server.query(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS free',
      [database]
    )
    if (!free.rows[0].free) return busy()
    const name = server.escapeIdentifier(database)
    await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    const created = await server.query(`CREATE DATABASE ${name}`).catch((error) => {
      if (error.code !== NOT_ALLOWED) throw error
      return null
    })
    if (!created) return notAllowed()
    try {
      await pointTo(of(working, database))
      await migrateDatabase()
      return await work(database)
    } finally {
      await pointTo(working)
      await server.query(`DROP DATABASE ${name} WITH (FORCE)`)
    }
  } finally {
    await server.end()
  }
}

/** Lucid's models and queries know one connection by its name: it is that one which moves. */
async function pointTo(connection: DatabaseConnection): Promise<void> {
  const config = db.manager.get(CONNECTION)!.config as PostgreConfig
  await db.manager.close(CONNECTION)
  db.manager.patch(CONNECTION, { ...config, connection } as ConnectionConfig)
}

function databaseName({ database, connectionString = '' }: DatabaseConnection): string {
  return database ?? new URL(connectionString).pathname.slice(1)
}

/** The same server, another database. */
function of({ connectionString, ...address }: DatabaseConnection, database: string) {
  if (!connectionString) return { ...address, database }
  const target = new URL(connectionString)
  target.pathname = `/${database}`
  return { connectionString: target.href }
}

function busy(): Refused {
  return refuse(
    'BASE_D_ESSAI_OCCUPEE',
    'Une autre commande se sert de la base d’essai de ce serveur.',
    'Attendez qu’elle finisse.'
  )
}

function notAllowed(): Refused {
  return refuse(
    'CREATION_INTERDITE',
    'Ce compte de PostgreSQL n’a pas le droit de créer une base d’essai.',
    'Donnez-lui l’attribut CREATEDB, ou lancez la commande avec un autre compte.'
  )
}
