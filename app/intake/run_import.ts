import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { ImportKind, ImportProblem, ImportSink } from '#app/intake/import_kind'
import { insertImport } from '#app/intake/insert_import'
import { mapHeaders, type HeaderMap } from '#app/intake/map_headers'
import { openSheet } from '#app/intake/open_sheet'
import { senderTitles } from '#app/intake/sender_titles'
import type { SheetHead, SheetRow } from '#app/intake/sheet'
import { isRefused, refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { lock, transaction, type Trx } from '#app/shared/transaction'

/** Beyond this many, the file is not worth mending row by row. */
const MOST_PROBLEMS = 20_000

export interface ImportOptions {
  actorId: number
  /** Check everything and write nothing. */
  dryRun?: boolean
  /** Apply the sound rows of a file that has bad ones. */
  validRows?: boolean
  /** Titles of this sender → our columns, told now and remembered for its next files. */
  titles?: ReadonlyMap<string, string>
  /** The instant of the import; now by default. */
  at?: Date
  /** Whose titles these are, for the mapping remembered from one file to the next. */
  sender?: string
  /** Called with the number of rows read so far. */
  progress?: (rowsRead: number) => void
}

export interface ImportReport {
  importId: number | null
  /** Set when this very file was applied before: nothing was done. */
  alreadyImported: boolean
  sheet: string
  read: number
  created: number
  unchanged: number
  problems: ImportProblem[]
  ignoredColumns: string[]
}

/** A file with bad rows, refused whole: what is wrong with each. */
export interface ImportRejected extends Refused {
  problems: ImportProblem[]
}

/**
 * Checks a whole file, then applies it whole, or its sound rows when asked, in one transaction. Nothing is
 * written on a dry run, on a refusal, or for a file that was applied before.
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
    const checked = await check(trx, kind, path, options)
    if (isRefused(checked)) return checked
    const { sink, ...read } = checked
    const problems = read.problems
    if (problems.length > 0 && !options.validRows && !options.dryRun) return rejected(problems)
    report = { importId: null, alreadyImported: false, created: 0, unchanged: 0, ...read }
    if (options.dryRun) return refuse('ESSAI', 'Essai à blanc.')
    const importId = await insertImport(trx, {
      kind: kind.kind,
      fileName: basename(path),
      sha256: sha256.hash,
      sheet: read.sheet,
      actorId: options.actorId,
      problems,
    })
    const counts = await sink.apply(importId)
    await trx.from('imports').where('id', importId).update({
      created_count: counts.created,
      unchanged_count: counts.unchanged,
    })
    return { ...report, importId, ...counts }
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

interface Checked {
  sink: ImportSink
  sheet: string
  read: number
  problems: ImportProblem[]
  ignoredColumns: string[]
}

async function check(
  trx: Trx,
  kind: ImportKind,
  path: string,
  options: ImportOptions
): Promise<Checked | Refused> {
  const columns = await kind.columns()
  const remembered = await senderTitles(trx, kind.kind, columns, options)
  if (isRefused(remembered)) return remembered
  const keys = columns.flatMap(({ key, synonyms = [] }) => [key, ...synonyms])
  const sink = await kind.open(trx, { actorId: options.actorId, at: options.at ?? new Date() })
  const problems: ImportProblem[] = []
  let head: SheetHead | undefined
  let headers: HeaderMap | undefined
  let read = 0

  for await (const part of openSheet(path, { known: [...keys, ...remembered.keys()] })) {
    if ('refused' in part) return { refused: [part.refused] }
    if ('head' in part) {
      head = part.head
      const mapped = mapHeaders(head.headers, columns, remembered)
      if (isRefused(mapped)) return mapped
      headers = mapped
      continue
    }
    for (const line of part.rows) {
      read++
      const waiting = takeRow(sink, line, headers!, head!, problems)
      if (waiting) await waiting
    }
    options.progress?.(read)
    if (problems.length > MOST_PROBLEMS) return tooManyProblems(problems)
  }
  if (read === 0) {
    return refuse(
      'FICHIER_SANS_LIGNE',
      'Le fichier n’a aucune ligne sous ses titres.',
      'Vérifiez que vous avez choisi le bon fichier, et la bonne feuille.'
    )
  }
  problems.push(...(await sink.settle()))
  problems.sort((a, b) => a.rowNumber - b.rowNumber)
  return {
    sink,
    sheet: head?.sheetName ?? '',
    read,
    problems,
    ignoredColumns: headers?.ignored ?? [],
  }
}

function takeRow(
  sink: ImportSink,
  { rowNumber, cells, faults }: SheetRow,
  { positions }: HeaderMap,
  head: SheetHead,
  problems: ImportProblem[]
): void | Promise<void> {
  if (faults) {
    for (const position of faults) {
      problems.push({
        rowNumber,
        column: head.headers[position] ?? '',
        value: cells[position] ?? '',
        message: 'La cellule contient une erreur de calcul du tableur.',
        remedy: 'Corrigez la formule, ou écrivez la valeur.',
      })
    }
    return
  }
  const cell = (key: string) => {
    const position = positions.get(key)
    return position === undefined ? '' : cells[position]!.trim()
  }
  return sink.take(rowNumber, cell, (problem) => problems.push({ rowNumber, ...problem }))
}

function rejected(problems: ImportProblem[]): ImportRejected {
  const lines = new Set(problems.map(({ rowNumber }) => rowNumber)).size
  const refusal = refuse(
    'LIGNES_A_CORRIGER',
    `${lines} ligne${lines > 1 ? 's' : ''} à corriger : rien n’est enregistré.`,
    'Corrigez-les et redéposez le fichier, ou enregistrez les seules lignes valables (--valid-rows).'
  )
  return { ...refusal, problems }
}

function tooManyProblems(problems: ImportProblem[]): ImportRejected {
  const refusal = refuse(
    'TROP_D_ERREURS',
    `Plus de ${MOST_PROBLEMS} erreurs : ce fichier n’est sans doute pas celui attendu.`,
    'Vérifiez la nature du fichier et ses colonnes.'
  )
  return { ...refusal, problems: problems.slice(0, 100) }
}
