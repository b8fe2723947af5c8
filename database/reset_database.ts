import db from '@adonisjs/lucid/services/db'
import app from '@adonisjs/core/services/app'
import { MigrationRunner } from '@adonisjs/lucid/migration'

/** Brings the schema up to date. Throws the first migration's error. */
export async function migrateDatabase(): Promise<void> {
  const migrator = new MigrationRunner(db, app, { direction: 'up' })
  await migrator.run()
  if (migrator.error) throw migrator.error
}

/** Empties the database and lays the schema anew. For tests and demonstration data only. */
export async function resetDatabase(): Promise<void> {
  await db.rawQuery('DROP SCHEMA public CASCADE')
  await db.rawQuery('CREATE SCHEMA public')
  await migrateDatabase()
}
