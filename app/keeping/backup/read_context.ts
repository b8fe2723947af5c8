import { readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import type { Manifest } from '#app/keeping/backup/manifest'
import { row, rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** Has what COPY writes and reads not depend on the settings of the server. */
export async function usePlainText(trx: Trx): Promise<void> {
  for (const setting of [
    `client_encoding = 'UTF8'`,
    `datestyle = 'ISO, YMD'`,
    `intervalstyle = 'postgres'`,
    `timezone = 'UTC'`,
    'extra_float_digits = 3',
  ]) {
    await trx.rawQuery(`SET LOCAL ${setting}`)
  }
}

/** Names of the migrations of the schema. */
export async function migrationsOf(trx: Trx): Promise<string[]> {
  const done = await rows<{ name: string }>('SELECT name FROM adonis_schema ORDER BY name', [], trx)
  return done.map(({ name }) => name)
}

/** Versions of what runs. */
export async function readVersions(trx?: Trx): Promise<Manifest['versions']> {
  const { version } = JSON.parse(await readFile(app.makePath('package.json'), 'utf8')) as {
    version: string
  }
  const server = (await row<{ version: string }>(
    `SELECT current_setting('server_version') AS version`,
    [],
    trx
  ))!
  return { product: version, node: process.versions.node, postgres: server.version }
}
