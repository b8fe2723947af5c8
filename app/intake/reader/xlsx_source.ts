import { columnLetters } from './cell_reference.ts'
import { isBlank } from './is_blank.ts'
import type { SheetLimits } from './limits.ts'
import { refuse } from './refuse.ts'
import type { Candidate, Choice, RawRow, SheetSource } from './source.ts'
import { openArchive } from './xlsx_archive.ts'
import { readFormats } from './xlsx_formats.ts'
import { xlsxRows } from './xlsx_rows.ts'
import { readStrings } from './xlsx_strings.ts'
import { readWorkbook } from './xlsx_workbook.ts'

/** A workbook: one candidate for each visible worksheet. */
export async function xlsxSource(path: string, limits: SheetLimits): Promise<SheetSource> {
  const archive = await openArchive(path, limits)
  const { since1904, sheets, ...parts } = await readWorkbook(archive, limits)
  const formats = await readFormats(archive, parts.stylesPart, limits)
  const strings = await readStrings(archive, parts.stringsPart, limits)
  const rowsOf = (part: string) =>
    xlsxRows(archive.read(part), { since1904, formats, strings }, limits)

  return {
    format: 'xlsx',
    maxRows: limits.workbookRows,
    candidates: async () => {
      const candidates: Candidate[] = []
      for (const { name, part } of sheets) {
        candidates.push({ sheetName: name, rows: await firstRows(rowsOf(part), limits) })
      }
      return candidates
    },
    rows: async function* ({ candidate, headerRow, width }: Choice) {
      const { part } = sheets[candidate] ?? refuse('no_sheet')
      for await (const rows of rowsOf(part)) {
        const below = rows.filter((row) => row.rowNumber > headerRow)
        for (const row of below) checkWidth(row, width)
        yield below
      }
    },
  }
}

async function firstRows(pieces: AsyncIterable<RawRow[]>, limits: SheetLimits): Promise<RawRow[]> {
  const filled: RawRow[] = []
  for await (const rows of pieces) {
    filled.push(...rows.filter(({ cells }) => !isBlank(cells)))
    if (filled.length >= limits.headerSearch) break
  }
  return filled.slice(0, limits.headerSearch)
}

function checkWidth({ rowNumber, cells, far }: RawRow, width: number): void {
  const stray = cells.findIndex((cell, column) => column >= width && cell.trim() !== '')
  if (stray >= 0) refuse('stray_cell', columnLetters(stray) + rowNumber)
  if (far !== undefined) refuse('stray_cell', far)
}
