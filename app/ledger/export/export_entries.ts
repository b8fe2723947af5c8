import { EXPORT_COLUMNS, type Separator } from '#app/ledger/export/export_columns'
import { encodeLatin9 } from '#app/ledger/export/latin9'
import { plainTypography } from '#app/ledger/export/plain_typography'
import type { Posting } from '#app/ledger/posting'
import type { JournalEntry, Letter } from '#app/ledger/read_journal'
import { decimalFromCents, type Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'

/** What the file says of an entry. */
export type ExportedEntry = Omit<
  JournalEntry,
  'previousHash' | 'hash' | 'positions' | 'kind' | 'statementId'
>

/** Why there is no file: this entry holds a character that ISO 8859-15, or the separator, forbids. */
export interface Unwritable {
  entry: number
  character: string
}

const END_OF_LINE = Buffer.from('\r\n')

/** The line of the column names. */
export function exportHeader(separator: Separator): Buffer {
  return Buffer.from(`${EXPORT_COLUMNS.join(separator)}\r\n`)
}

/** Lines of the entries in ISO 8859-15, one a posting, without header. */
export function exportEntries(
  entries: Iterable<ExportedEntry>,
  separator: Separator
): Buffer | Unwritable {
  const lines: Buffer[] = []
  for (const entry of entries) {
    for (const [at, posting] of entry.postings.entries()) {
      const cells = exportCells(entry, posting, entry.letters[at] ?? null)
      const line = exportLine(cells, separator)
      if ('unwritable' in line) return { entry: entry.id, character: line.unwritable }
      lines.push(...line.bytes, END_OF_LINE)
    }
  }
  return Buffer.concat(lines)
}

/** The 18 cells of a posting. An entry is validated when its period is closed: until then the cell is empty. */
export function exportCells(
  entry: ExportedEntry,
  posting: Posting,
  letter: Letter | null
): string[] {
  return [
    entry.journalCode,
    entry.journalLabel,
    String(entry.id),
    compactDay(entry.entryDate),
    posting.account,
    posting.accountLabel,
    posting.auxiliary ?? '',
    posting.auxiliaryLabel ?? '',
    entry.pieceRef,
    compactDay(entry.pieceDate),
    entry.label,
    decimalComma(posting.debit),
    decimalComma(posting.credit),
    letter?.code ?? '',
    letter ? compactDay(letter.on) : '',
    entry.validatedOn ? compactDay(entry.validatedOn) : '',
    '',
    '',
  ]
}

function exportLine(
  cells: readonly string[],
  separator: Separator
): { bytes: Buffer[] } | { unwritable: string } {
  const bytes: Buffer[] = []
  const between = Buffer.from(separator)
  for (const cell of cells) {
    if (cell.includes(separator)) return { unwritable: separator }
    const encoded = encodeLatin9(plainTypography(cell))
    if ('unwritable' in encoded) return encoded
    if (bytes.length > 0) bytes.push(between)
    bytes.push(encoded)
  }
  return { bytes }
}

function compactDay(day: Day): string {
  return day.replaceAll('-', '')
}

function decimalComma(amount: Cents): string {
  return decimalFromCents(amount).replace('.', ',')
}
