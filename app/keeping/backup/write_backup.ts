import { existsSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { to as copyTo } from 'pg-copy-streams'
import drive from '@adonisjs/drive/services/main'
import db from '@adonisjs/lucid/services/db'
import { archiveKeys } from '#app/keeping/backup/archive_keys'
import { countBreaches } from '#app/keeping/backup/count_breaches'
import { diskRefusal } from '#app/keeping/backup/disk_refusal'
import { keyFingerprint } from '#app/keeping/backup/key_fingerprint'
import { copyTarget, keptSequences, keptTables } from '#app/keeping/backup/kept_tables'
import {
  documentPart,
  FORMAT,
  MANIFEST,
  tablePart,
  type KeptDocument,
  type KeptTable,
  type Manifest,
} from '#app/keeping/backup/manifest'
import { migrationsOf, readVersions, usePlainText } from '#app/keeping/backup/read_context'
import { readFigures } from '#app/keeping/backup/read_figures'
import { recordBackup } from '#app/keeping/backup/record_backup'
import { zipWriter, type ZipWriter } from '#app/keeping/backup/zip_writer'
import { REMOVAL } from '#app/keeping/privacy/remove_files'
import { connectionOf } from '#app/shared/copy'
import { refuse, type Refused } from '#app/shared/result'
import { shareLock, type Trx } from '#app/shared/transaction'

/** What is being done, and how far. */
export type Watch = (step: string, done?: number, total?: number) => void

export interface Backup {
  file: string
  bytes: number
  sha256: string
  manifest: Manifest
}

/**
 * Writes the whole installation in one file: rows as they stand at one instant, archived documents, and a manifest that
 * seals them. The file has its name once it is whole. The key of the installation is not in it.
 */
export async function writeBackup(
  out: string,
  at = new Date(),
  watch: Watch = () => {}
): Promise<Backup | Refused> {
  const file = resolve(out)
  if (existsSync(file)) {
    return refuse(
      'FICHIER_DEJA_LA',
      `Le fichier ${out} existe déjà.`,
      'Donnez un autre nom\u00a0: une sauvegarde n’en remplace pas une autre.',
      'out'
    )
  }
  const hindrance = await mkdir(dirname(file), { recursive: true }).then(() => null, diskRefusal)
  if (hindrance) return hindrance
  const draft = `${file}.${process.pid}.part`
  const zip = zipWriter(draft, at)
  try {
    // No file goes while its row may still be in the snapshot below.
    const manifest = await db.transaction(async (guard) => {
      await shareLock(guard, REMOVAL)
      // One snapshot for all the tables: people may be working meanwhile.
      return db.transaction((trx) => writeParts(trx, zip, at, watch), {
        isolationLevel: 'repeatable read',
      })
    })
    const text = Buffer.from(JSON.stringify(manifest, null, 2))
    await zip.add(MANIFEST, Readable.from([text]), true)
    const written = await zip.end()
    await flushed(draft)
    await rename(draft, file)
    const backup = { file, ...written, manifest }
    await recordBackup(basename(file), backup)
    return backup
  } catch (error) {
    await zip.abandon()
    const refused = diskRefusal(error)
    if (refused) return refused
    throw error
  } finally {
    watch('')
    await rm(draft, { force: true })
  }
}

async function writeParts(trx: Trx, zip: ZipWriter, at: Date, watch: Watch): Promise<Manifest> {
  await usePlainText(trx)
  const figures = await readFigures(trx)
  const tables = await writeTables(trx, zip, watch)
  const sequences = await keptSequences(trx)
  // After the rows: a document that they name was there before them.
  const documents = await writeDocuments(zip, watch)
  watch('Vérification des comptes')
  return {
    format: FORMAT,
    madeAt: at.toISOString(),
    versions: await readVersions(trx),
    migrations: await migrationsOf(trx),
    key: keyFingerprint(),
    tables,
    sequences,
    documents,
    figures,
    breaches: await countBreaches(trx),
  }
}

async function writeTables(trx: Trx, zip: ZipWriter, watch: Watch): Promise<KeptTable[]> {
  const tables = await keptTables(trx)
  const connection = await connectionOf(trx)
  const kept: KeptTable[] = []
  for (const table of tables) {
    watch('Tables', kept.length, tables.length)
    const copy = connection.query(copyTo(`COPY ${copyTarget(table)} TO STDOUT`))
    const { sha256 } = await zip.add(tablePart(table.name), copy, true)
    kept.push({ ...table, rows: copy.rowCount, sha256 })
  }
  return kept
}

async function writeDocuments(zip: ZipWriter, watch: Watch): Promise<KeptDocument[]> {
  const kept: KeptDocument[] = []
  for await (const key of archiveKeys()) {
    watch('Documents', kept.length)
    const source = await drive.use().getStream(key)
    kept.push({ key, ...(await zip.add(documentPart(key), source, false)) })
  }
  return kept
}

/** On the disk, not only in the memory of the system: a power cut must not leave a name without its bytes. */
async function flushed(path: string): Promise<void> {
  const written = await open(path, 'r+')
  await written.sync()
  await written.close()
}
