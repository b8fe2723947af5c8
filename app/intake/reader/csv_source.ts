import type { Candidate, Choice, RawRow, SheetSource } from './source.ts'
import { csvEncoding } from './csv_encoding.ts'
import { csvRecords } from './csv_records.ts'
import { csvTexts } from './csv_texts.ts'
import { isBlank } from './is_blank.ts'
import type { SheetLimits } from './limits.ts'
import { refuse, RefusedFile } from './refuse.ts'

const DELIMITERS = [';', ',', '\t'] as const

/** A CSV file: one candidate for each separator, so that the titles decide which one it is. */
export function csvSource(path: string, head: Buffer, limits: SheetLimits): SheetSource {
  const encoding = csvEncoding(path, head)
  const records = (delimiter: string) =>
    csvRecords(csvTexts(path, encoding), delimiter, limits.cellCharacters)

  return {
    format: 'csv',
    maxRows: limits.csvRows,
    candidates: async () => {
      const tried = DELIMITERS.map((delimiter) => firstRows(records(delimiter), limits))
      const broken = tried.find((one) => one.refused)?.refused
      if (broken && tried.every((one) => one.refused)) throw broken
      return tried.map(({ rows }): Candidate => ({ sheetName: '', rows }))
    },
    rows: function* ({ candidate, headerRow, width }: Choice) {
      const delimiter = DELIMITERS[candidate] ?? ';'
      for (const rows of records(delimiter)) {
        const below = rows.filter((row) => row.rowNumber > headerRow)
        for (const row of below) {
          if (row.cells.length !== width) checkWidth(row, width, delimiter)
        }
        yield below
      }
    },
  }
}

function firstRows(pieces: Iterable<RawRow[]>, limits: SheetLimits) {
  const rows: RawRow[] = []
  try {
    for (const piece of pieces) {
      for (const row of piece) {
        if (!isBlank(row.cells)) rows.push(row)
        if (rows.length === limits.headerSearch) return { rows }
      }
    }
  } catch (error) {
    if (error instanceof RefusedFile) return { rows, refused: error }
    throw error
  }
  return { rows }
}

function checkWidth({ rowNumber, cells }: RawRow, width: number, delimiter: string): void {
  if (cells.length > width && !isBlank(cells.slice(width))) {
    refuse('long_row', rowNumber, cells.length, width)
  }
  const [only = ''] = cells
  if (cells.length > 1 || width === 1 || only === '') return
  const others = DELIMITERS.filter((other) => other !== delimiter)
  if (others.some((other) => only.split(other).length === width)) {
    refuse('mixed_separators', rowNumber)
  }
}
