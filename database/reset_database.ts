import db from '@adonisjs/lucid/services/db'
import app from '@adonisjs/core/services/app'
import { MigrationRunner } from '@adonisjs/lucid/migration'

/** Brings the schema up to date; gives the migrations of the schema. Throws the first one's error. */
export async function migrateDatabase(): Promise<string[]> {
  const migrator = new MigrationRunner(db, app, { direction: 'up' })
  await migrator.run()
  if (migrator.error) throw migrator.error
  return Object.keys(migrator.migratedFiles)
}

/** Empties the database and lays the schema anew. For tests and demonstration data only. */
export async function resetDatabase(): Promise<void> {
  await db.rawQuery('DROP SCHEMA IF EXISTS jobs CASCADE')
  await db.rawQuery('DROP SCHEMA public CASCADE')
  await db.rawQuery('CREATE SCHEMA public')
  await migrateDatabase()
}
