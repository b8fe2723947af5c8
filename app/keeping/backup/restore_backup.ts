import { isDeepStrictEqual } from 'node:util'
import { migrateDatabase } from '#database/reset_database'
import { countBreaches } from '#app/keeping/backup/count_breaches'
import { diskRefusal } from '#app/keeping/backup/disk_refusal'
import { hasKey } from '#app/keeping/backup/key_fingerprint'
import { loadRows } from '#app/keeping/backup/load_rows'
import type { Breaches, Manifest } from '#app/keeping/backup/manifest'
import { openBackup, type OpenedBackup } from '#app/keeping/backup/open_backup'
import { migrationsOf } from '#app/keeping/backup/read_context'
import { readFigures } from '#app/keeping/backup/read_figures'
import { restoreDocuments, type Undo } from '#app/keeping/backup/restore_documents'
import {
  keyDiffers,
  notEqual,
  notEmpty,
  othersAtWork,
  rowRefused,
  schemaDiffers,
} from '#app/keeping/backup/restore_refusals'
import { settleRestored } from '#app/keeping/backup/settle_restored'
import type { Watch } from '#app/keeping/backup/write_backup'
import { isRefused, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { transaction, type Trx } from '#app/shared/transaction'

export interface RestoreWish {
  path: string
  /** What the database holds may be lost. */
  replace?: boolean
  /** The bank accounts may stay unreadable. */
  otherKey?: boolean
  at?: Date
  watch?: Watch
}

export interface Restoration {
  manifest: Manifest
  sameKey: boolean
  /** Files that had the name of a restored one: where they are now. */
  setAside: string[]
}

/**
 * Restores a backup: all of it, or nothing. The rows, their constraints, the control totals, the head of the chain and
 * `ledger:check` are verified before anybody sees them.
 */
export async function restoreBackup(wish: RestoreWish): Promise<Restoration | Refused> {
  const { path, watch = () => {} } = wish
  watch('Contrôle de la sauvegarde')
  const backup = await openBackup(path)
  if (isRefused(backup)) {
    watch('')
    return backup
  }
  try {
    const sameKey = hasKey(backup.manifest.key)
    if (!sameKey && !wish.otherKey) return keyDiffers()
    await laySchema()
    const loaded = await restoreOpened(backup, wish)
    return isRefused(loaded) ? loaded : { manifest: backup.manifest, sameKey, ...loaded }
  } finally {
    backup.close()
    watch('')
  }
}

/** A database that has nothing at all is given the schema; another one is migrated by whoever keeps it. */
async function laySchema(): Promise<void> {
  const found = await row<{ laid: boolean }>(
    `SELECT to_regclass('public.adonis_schema') IS NOT NULL AS laid`
  )
  if (!found!.laid) await migrateDatabase()
}

async function restoreOpened(
  backup: OpenedBackup,
  { replace = false, at = new Date(), watch = () => {} }: RestoreWish
): Promise<{ setAside: string[] } | Refused> {
  let undo: Undo = async () => {}
  try {
    const result = await transaction(async (trx) => {
      const hindrance = await hindranceTo(trx, backup.manifest, replace)
      if (hindrance) return hindrance
      await loadRows(trx, backup, watch)
      const documents = await restoreDocuments(backup, at, watch)
      undo = documents.undo
      watch('Vérification des comptes')
      const difference = await differenceWith(trx, backup.manifest)
      if (difference) return notEqual(difference)
      await settleRestored(trx, backup.manifest)
      return { setAside: documents.setAside }
    })
    if (isRefused(result)) await undo()
    return result
  } catch (error) {
    await undo()
    const { code = '', message } = error as Error & { code?: string }
    // Class 23: a constraint of the schema refuses a row of the archive.
    if (code.startsWith('23')) return rowRefused(message)
    const full = diskRefusal(error)
    if (full) return full
    throw error
  }
}

async function hindranceTo(
  trx: Trx,
  { migrations, versions }: Manifest,
  replace: boolean
): Promise<Refused | null> {
  if (!isDeepStrictEqual(await migrationsOf(trx), migrations)) return schemaDiffers(versions)
  const { busy, others } = (await row<{ busy: boolean; others: number }>(STATE, [], trx))!
  if (busy && !replace) return notEmpty()
  return busy && others > 0 ? othersAtWork(others) : null
}

/** Everything that people write begins with one of these. */
const STATE = `
  SELECT EXISTS (SELECT FROM users) OR EXISTS (SELECT FROM settings) OR EXISTS (SELECT FROM funders)
    OR EXISTS (SELECT FROM associations) OR EXISTS (SELECT FROM imports) OR EXISTS (SELECT FROM events) AS busy,
    (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'
      AND application_name <> current_setting('application_name')) AS others`

/** What is not as it was when the backup was made; null when all is. */
async function differenceWith(trx: Trx, { figures, breaches }: Manifest): Promise<string | null> {
  const now = await readFigures(trx)
  for (const name of Object.keys(figures) as (keyof typeof figures)[]) {
    if (!isDeepStrictEqual(now[name], figures[name])) {
      return `${name}\u00a0: ${JSON.stringify(now[name])} au lieu de ${JSON.stringify(figures[name])}`
    }
  }
  return newBreach(await countBreaches(trx), breaches)
}

function newBreach(now: Breaches, before: Breaches): string | null {
  const [code] = Object.entries(now).find(([name, count]) => count > (before[name] ?? 0)) ?? []
  return code ? `ledger:check, ${code}` : null
}
