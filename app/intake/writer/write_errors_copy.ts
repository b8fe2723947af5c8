import { rm } from 'node:fs/promises'
import { normaliseKey } from '#app/shared/french_parse'
import { openSheet, type SheetOptions } from '#app/intake/open_sheet'
import type { Refused, SheetRow } from '#app/intake/sheet'
import { writeCsvRows } from '#app/intake/writer/write_csv_rows'
import { writeXlsxRows } from '#app/intake/writer/write_xlsx_rows'

const TITLE = 'Erreurs'

/**
 * Copies a sheet to `out` (.xlsx for a workbook, .csv for a CSV), every row at its own number, with a
 * last column *Erreurs*. Texts stay texts: nothing a stranger wrote becomes a formula. Gives the
 * refusal, and leaves no file, when the source cannot be read to its end.
 */
export async function writeErrorsCopy(
  source: string,
  problemsByRow: ReadonlyMap<number, readonly string[]>,
  out: string,
  options: SheetOptions
): Promise<Refused | null> {
  const parts = openSheet(source, options)
  const { value: first } = await parts.next()
  if (!first || 'rows' in first) throw new Error('A sheet starts with its head or its refusal')
  if ('refused' in first) return first
  const { headers, headerRow, sheetName, format } = first.head
  // A copy may come back half mended: its old errors give way to the new ones.
  const old = headers.findIndex((header) => normaliseKey(header) === normaliseKey(TITLE))
  const withErrors = (cells: string[], errors: string) => [
    ...(old < 0 ? cells : cells.toSpliced(old, 1)),
    errors,
  ]

  let refused: Refused | null = null
  async function* copied(): AsyncGenerator<SheetRow> {
    yield { rowNumber: headerRow, cells: withErrors(headers, TITLE) }
    for await (const part of parts) {
      if ('refused' in part) refused = part
      if (!('rows' in part)) continue
      for (const { rowNumber, cells } of part.rows) {
        const errors = (problemsByRow.get(rowNumber) ?? []).join(' | ')
        yield { rowNumber, cells: withErrors(cells, errors) }
      }
    }
  }
  if (format === 'csv') await writeCsvRows(copied(), out)
  else await writeXlsxRows(copied(), sheetName, out)
  if (refused) await rm(out, { force: true })
  return refused
}
