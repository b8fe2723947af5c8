import type { ImportColumn, ImportKind, ImportProblem, ImportSink } from '#app/intake/import_kind'
import type { ImportOptions } from '#app/intake/import_options'
import { mapHeaders, type HeaderMap } from '#app/intake/titles/map_headers'
import { openSheet } from '#app/intake/open_sheet'
import { MOST_PROBLEMS, tooManyProblems } from '#app/intake/import_rejected'
import { senderTitles } from '#app/intake/titles/sender_titles'
import type { SheetHead, SheetRow } from '#app/intake/sheet'
import { isRefused, refuse, type Refused } from '#app/shared/result'
import type { Trx } from '#app/shared/transaction'

/** A file read to its end: its sound rows wait in the sink, the others have their problems. */
export interface CheckedFile {
  sink: ImportSink
  sheet: string
  read: number
  problems: ImportProblem[]
  ignoredColumns: string[]
}

/** Reads a whole file and checks every row; nothing is applied yet. */
export async function checkFile(
  trx: Trx,
  kind: Pick<ImportKind, 'kind' | 'columns' | 'open'>,
  path: string,
  options: ImportOptions
): Promise<CheckedFile | Refused> {
  const columns = await kind.columns()
  const remembered = await senderTitles(trx, kind.kind, columns, options)
  if (isRefused(remembered)) return remembered
  const sink = await kind.open(trx, { actorId: options.actorId, at: options.at ?? new Date() })
  try {
    const checked = await checkRows(sink, columns, remembered, path, options)
    if (isRefused(checked)) await sink.abandon()
    return checked
  } catch (error) {
    await sink.abandon()
    throw error
  }
}

async function checkRows(
  sink: ImportSink,
  columns: readonly ImportColumn[],
  remembered: ReadonlyMap<string, string>,
  path: string,
  options: ImportOptions
): Promise<CheckedFile | Refused> {
  const keys = columns.flatMap(({ key, synonyms = [] }) => [key, ...synonyms])
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
