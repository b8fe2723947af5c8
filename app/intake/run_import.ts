import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { checkFile } from '#app/intake/check_file'
import type { ImportKind, ImportProblem } from '#app/intake/import_kind'
import type { ImportOptions } from '#app/intake/import_options'
import { rejected, type ImportRejected } from '#app/intake/import_rejected'
import { insertImport } from '#app/intake/insert_import'
import { isRefused, refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { lock, transaction, type Trx } from '#app/shared/transaction'

export interface ImportReport {
  /** Null on a dry run. */
  importId: number | null
  /** Set when this very file was applied before: nothing was done. */
  alreadyImported: boolean
  sheet: string
  read: number
  /** Rows that bring something new, and rows already known; on a dry run, those that would be. */
  created: number
  unchanged: number
  problems: ImportProblem[]
  ignoredColumns: string[]
}

/**
 * Checks a whole file, then applies it whole, or its sound rows when asked, in one transaction. Nothing is
 * written on a refusal, or for a file that was applied before; a dry run applies the sound rows to count what they
 * would change, and takes it all back.
 */
export async function runImport(
  kind: ImportKind,
  path: string,
  options: ImportOptions
): Promise<ImportReport | Refused | ImportRejected> {
  const sha256 = await digest(path)
  if (isRefused(sha256)) return sha256
  let report: ImportReport | null = null
  const result = await transaction<ImportReport>(async (trx) => {
    await lock(trx, `import ${kind.kind}`)
    const before = await appliedBefore(trx, kind, sha256.hash)
    if (before !== null) return before
    const checked = await checkFile(trx, kind, path, options)
    if (isRefused(checked)) return checked
    const { sink, ...read } = checked
    const problems = read.problems
    if (problems.length > 0 && !options.validRows && !options.dryRun) return rejected(problems)
    const importId = await insertImport(trx, {
      kind: kind.kind,
      fileName: basename(path),
      sha256: sha256.hash,
      sheet: read.sheet,
      actorId: options.actorId,
      problems,
    })
    const counts = await sink.apply(importId)
    report = { importId: null, alreadyImported: false, ...read, ...counts }
    if (options.dryRun) return refuse('ESSAI', 'Essai à blanc.')
    await trx.from('imports').where('id', importId).update({
      created_count: counts.created,
      unchanged_count: counts.unchanged,
    })
    return { ...report, importId }
  })
  return options.dryRun && report ? report : result
}

async function digest(path: string): Promise<{ hash: Buffer } | Refused> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
  } catch {
    return refuse(
      'FICHIER_ILLISIBLE',
      `Le fichier « ${path} » ne peut pas être ouvert.`,
      'Vérifiez le chemin.'
    )
  }
  return { hash: hash.digest() }
}

async function appliedBefore(
  trx: Trx,
  kind: ImportKind,
  sha256: Buffer
): Promise<ImportReport | null> {
  const before = await row<{ id: number; sheet: string; unchanged: number }>(
    `SELECT id, sheet, created_count + unchanged_count AS unchanged FROM imports
     WHERE kind = ? AND file_sha256 = ? AND undone_at IS NULL AND refused_count = 0`,
    [kind.kind, sha256],
    trx
  )
  return (
    before && {
      importId: before.id,
      alreadyImported: true,
      sheet: before.sheet,
      read: before.unchanged,
      created: 0,
      unchanged: before.unchanged,
      problems: [],
      ignoredColumns: [],
    }
  )
}
