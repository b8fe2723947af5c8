import { zipSync } from 'fflate'
import { archiveDate } from '#app/statements/drawing/archive_date'
import { packageParts } from '#app/statements/drawing/workbook_parts'
import { WorkbookStrings } from '#app/statements/drawing/workbook_strings'
import { WorkbookStyles } from '#app/statements/drawing/workbook_styles'
import { WorksheetWriter, type SheetLayout } from '#app/statements/drawing/workbook_worksheet'

/** A workbook being written, one sheet after the other. */
export class WorkbookWriter {
  readonly sheets: WorksheetWriter[] = []
  readonly styles = new WorkbookStyles()
  readonly strings = new WorkbookStrings()

  addSheet(name: string, layout: SheetLayout): WorksheetWriter {
    const sheet = new WorksheetWriter(name, layout, this.styles, this.strings)
    this.sheets.push(sheet)
    return sheet
  }
}

/**
 * Writes a workbook (ECMA-376) as its XML: four times quicker than a library that first holds every cell as an
 * object. Its dates are the given ISO instant, and fflate deflates it because the bytes of Node's zlib change with
 * the machine: same content, same bytes.
 */
export async function workbookBytes(
  issuedAt: string,
  fill: (workbook: WorkbookWriter) => void
): Promise<Buffer> {
  const at = new Date(issuedAt)
  const workbook = new WorkbookWriter()
  fill(workbook)
  const zip = zipSync(packageParts(workbook, at), { level: 1, mtime: archiveDate(at) })
  return Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength)
}
