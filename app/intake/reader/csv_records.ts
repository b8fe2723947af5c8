import { quotedRecord } from './csv_quoted_record.ts'
import { refuse } from './refuse.ts'
import type { RawRow } from './source.ts'

const LONGEST_RECORD = 4 * 1024 * 1024

/**
 * Splits decoded text into records, strictly: a quote only opens and closes a whole cell. Yields one
 * array per piece of text, each record with the line where it starts; a blank line yields nothing.
 * Written by hand: csv-parse takes 2.7 s for a million rows of ten columns, and this 0.6 s.
 */
export function* csvRecords(
  texts: Iterable<string>,
  delimiter: string,
  longestCell: number
): Generator<RawRow[]> {
  let text = ''
  let start = 0
  let line = 1
  let openQuoteLine = 0
  for (const piece of withFinalLineEnd(texts)) {
    text = text.slice(start) + piece
    start = 0
    const rows: RawRow[] = []
    let quote = text.indexOf('"')
    for (;;) {
      const end = text.indexOf('\n', start)
      if (end < 0) break
      if (quote >= 0 && quote < start) quote = text.indexOf('"', start)
      if (quote < 0 || quote > end) {
        if (end > start) {
          const cells = text.slice(start, end).split(delimiter)
          if (end - start > longestCell) checkCells(cells, line, longestCell)
          rows.push({ rowNumber: line, cells })
        }
        line++
        start = end + 1
        continue
      }
      const record = quotedRecord(text, start, line, delimiter, longestCell)
      if (typeof record === 'number') {
        openQuoteLine = record
        break
      }
      if (record.end - start > longestCell) checkCells(record.cells, line, longestCell)
      rows.push({ rowNumber: line, cells: record.cells })
      line = record.nextLine
      start = record.end + 1
    }
    if (text.length - start > LONGEST_RECORD) refuse('long_cell', line, longestCell)
    yield rows
  }
  if (start < text.length) refuse('open_quote', openQuoteLine, longestCell)
}

function* withFinalLineEnd(texts: Iterable<string>): Generator<string> {
  yield* texts
  yield '\n'
}

function checkCells(cells: string[], line: number, longestCell: number): void {
  if (cells.some((cell) => cell.length > longestCell)) refuse('long_cell', line, longestCell)
}
