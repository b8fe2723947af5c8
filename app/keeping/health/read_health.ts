import { readdir, statfs } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import { readVersions } from '#app/keeping/backup/read_context'
import { row } from '#app/shared/rows'
import { storagePath } from '#start/env'

/** What the installation knows of itself, for those who keep it. */
export interface Health {
  versions: { product: string; node: string; postgres: string }
  database: { bytes: number; connections: number }
  /** Migrations that the software has and the database has not. */
  pendingMigrations: number
  works: { waiting: number; oldestSeconds: number | null; failedThisWeek: number }
  mails: { waiting: number; oldestSeconds: number | null; failed: number }
  /** The last time the books were checked whole, by a person or by a backup. */
  books: { checkedAt: Date; breaches: number } | null
  backup: { madeAt: Date; fileName: string; bytes: number } | null
  /** Files of the archive that nothing names any more, and that are still there. */
  files: { waiting: number; oldestSeconds: number | null }
  /** Room of the disk that has the storage folder. */
  disk: { freeBytes: number; totalBytes: number }
}

export async function readHealth(): Promise<Health> {
  const { bsize, bavail, blocks } = await statfs(storagePath)
  return {
    versions: await readVersions(),
    database: (await row<Health['database']>(DATABASE))!,
    pendingMigrations: await pendingMigrations(),
    works: (await row<Health['works']>(WORKS))!,
    mails: (await row<Health['mails']>(MAILS))!,
    books: await row<NonNullable<Health['books']>>(BOOKS),
    backup: await row<NonNullable<Health['backup']>>(BACKUP),
    files: (await row<Health['files']>(FILES))!,
    disk: { freeBytes: bsize * bavail, totalBytes: bsize * blocks },
  }
}

export async function pendingMigrations(): Promise<number> {
  const files = await readdir(app.makePath('database/migrations'))
  const done = (await row<{ n: number }>('SELECT count(*) AS n FROM adonis_schema'))!.n
  return files.filter((name) => /\.[jt]s$/.test(name)).length - done
}

const DATABASE = `
  SELECT pg_database_size(current_database()) AS bytes,
    (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()) AS connections`

const AGE = (column: string) => `extract(epoch FROM now() - min(${column}))::integer`

const WORKS = `
  SELECT count(*) FILTER (WHERE ended_at IS NULL) AS waiting,
    ${AGE('CASE WHEN ended_at IS NULL THEN created_at END')} AS "oldestSeconds",
    count(*) FILTER (WHERE state = 'failed' AND ended_at > now() - interval '7 days') AS "failedThisWeek"
  FROM works`

const MAILS = `
  SELECT count(*) FILTER (WHERE state = 'queued' AND NOT for_digest) AS waiting,
    ${AGE(`CASE WHEN state = 'queued' AND NOT for_digest THEN created_at END`)} AS "oldestSeconds",
    count(*) FILTER (WHERE state = 'failed') AS failed
  FROM mails`

const BOOKS = `
  SELECT "checkedAt", breaches FROM (
    SELECT ended_at AS "checkedAt",
      (SELECT count(*) FROM jsonb_array_elements(outcome -> 'checks') one WHERE (one ->> 'breaches')::integer > 0) AS breaches
    FROM works WHERE kind = 'ledger_check' AND state = 'done'
    UNION ALL SELECT made_at, breach_count FROM backups) checked
  ORDER BY 1 DESC LIMIT 1`

const BACKUP = `
  SELECT made_at AS "madeAt", file_name AS "fileName", size_bytes AS bytes FROM backups ORDER BY id DESC LIMIT 1`

const FILES = `SELECT count(*) AS waiting, ${AGE('named_at')} AS "oldestSeconds" FROM files_to_remove`
