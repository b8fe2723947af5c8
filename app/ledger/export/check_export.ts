import { checkExportEncoding } from '#app/ledger/export/check_export_encoding'
import {
  checkExportLine,
  exportedLine,
  type LineProblem,
} from '#app/ledger/export/check_export_line'
import { EXPORT_COLUMNS, SEPARATORS, type Separator } from '#app/ledger/export/export_columns'
import { followEntries, type EntryFollower } from '#app/ledger/export/follow_entries'
import { plural } from '#app/shared/french_format'

/** A rule broken at a line of the file, the header being line 1. */
export interface ExportProblem extends LineProblem {
  line: number
}

export interface CheckedExport {
  /** Lines read, header left out. */
  lines: number
  entries: number
  /** Empty when the file is good; cut short when the same fault is everywhere. */
  problems: ExportProblem[]
}

const MOST_PROBLEMS = 50

/**
 * Reads an entry file by the rules of the administration's own checker (article A47 A-1 of the Livre des
 * procédures fiscales), from its bytes, sharing no code with what wrote them.
 */
export async function checkExport(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { whole = true }: { whole?: boolean } = {}
): Promise<CheckedExport> {
  const problems: ExportProblem[] = []
  const follower = followEntries({ whole })
  let number = 0
  let separator: Separator = SEPARATORS.tab
  const report = (found: LineProblem[]) =>
    problems.push(...found.map((problem) => ({ line: number, ...problem })))

  for await (const text of linesOf(chunks)) {
    number++
    if (number === 1 && text.includes(SEPARATORS.pipe)) separator = SEPARATORS.pipe
    report(checkExportEncoding(text.replaceAll(separator, '')))
    report(number === 1 ? headerProblems(text, separator) : lineProblems(text, separator, follower))
    if (problems.length >= MOST_PROBLEMS) break
  }
  report(follower.end())
  return { lines: follower.lines, entries: follower.entries, problems }
}

/** Lines as strings of bytes (one character each), without their CR LF or LF. */
async function* linesOf(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + Buffer.from(chunk).toString('latin1')).split('\n')
    rest = lines.pop()!
    for (const line of lines) yield line.replace(/\r$/, '')
  }
  if (rest !== '') yield rest
}

function headerProblems(text: string, separator: Separator): LineProblem[] {
  if (text === EXPORT_COLUMNS.join(separator)) return []
  const message = `L’en-tête n’a pas les ${EXPORT_COLUMNS.length} colonnes attendues, dans leur ordre.`
  return [{ code: 'ENTETE', message }]
}

function lineProblems(text: string, separator: Separator, follower: EntryFollower): LineProblem[] {
  if (text === '') return [{ code: 'LIGNE_VIDE', message: 'La ligne est vide.' }]
  const cells = text.split(separator)
  const line = exportedLine(cells)
  if (!line) {
    const message = `${plural(cells.length, 'champ')} au lieu de ${EXPORT_COLUMNS.length}.`
    return [{ code: 'CHAMPS', message }]
  }
  return [...checkExportLine(line), ...follower.follow(line)]
}
