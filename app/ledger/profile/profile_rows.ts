import { stringify } from 'csv-stringify/sync'
import { EXPORT_COLUMNS } from '#app/ledger/export/export_columns'
import { exportCells, type ExportedEntry, type Unwritable } from '#app/ledger/export/export_entries'
import { encodeLatin9 } from '#app/ledger/export/latin9'
import { plainTypography } from '#app/ledger/export/plain_typography'
import { CSV_SEPARATORS, type BookSettings } from '#app/ledger/profile/book_settings'

type Profile = Omit<BookSettings, 'envelopeAlertPercent'>

/** The line of the column names; UTF-8 begins with its mark, which a French Excel waits for. */
export function profileHeader(profile: Profile): Buffer {
  const line = written([profile.csvColumns], profile)
  return profile.csvEncoding === 'utf-8' ? Buffer.from(`\ufeff${line}`) : Buffer.from(line)
}

/** Lines of the entries in the columns that the profile chose, or the character that its encoding cannot write. */
export function profileRows(
  entries: Iterable<ExportedEntry>,
  profile: Profile
): Buffer | Unwritable {
  const places = profile.csvColumns.map((name) => EXPORT_COLUMNS.indexOf(name))
  const lines: Buffer[] = []
  for (const entry of entries) {
    for (const [at, posting] of entry.postings.entries()) {
      const cells = exportCells(entry, posting, entry.letters[at] ?? null)
      const line = encoded(
        places.map((place) => cells[place]!),
        profile
      )
      if ('unwritable' in line) return { entry: entry.id, character: line.unwritable }
      lines.push(line.bytes)
    }
  }
  return Buffer.concat(lines)
}

function encoded(
  cells: readonly string[],
  profile: Profile
): { bytes: Buffer } | { unwritable: string } {
  if (profile.csvEncoding === 'utf-8') return { bytes: Buffer.from(written([cells], profile)) }
  const plain: string[] = []
  for (const cell of cells) {
    const bytes = encodeLatin9(plainTypography(cell))
    if ('unwritable' in bytes) return bytes
    plain.push(bytes.toString('latin1'))
  }
  return { bytes: Buffer.from(written([plain], profile), 'latin1') }
}

function written(rows: readonly (readonly string[])[], { csvSeparator }: Profile): string {
  return stringify(rows as string[][], {
    delimiter: CSV_SEPARATORS[csvSeparator],
    record_delimiter: 'windows',
    escape_formulas: true,
  })
}
