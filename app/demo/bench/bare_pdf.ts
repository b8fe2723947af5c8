import { createRequire } from 'node:module'
import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import { formatAmount, formatDay } from '#app/shared/french_format'
import type { StatementData } from '#app/statements/content/statement_data'

const FONT = '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'

/** The typeface of the product, given to pdfkit as anyone would. */
export const EMBEDDED = createRequire(import.meta.url).resolve(FONT)

/** Pages of texts: each row is a list of cells. */
export type BarePages = string[][][]

/** The rows of a statement's tables, spread over as many pages as the statement has. */
export function barePages(data: StatementData, pages: number): BarePages {
  const rows = [
    ...data.lines.map((line, i) => [
      line.reference,
      String(i + 1),
      formatDay(line.saisineOn),
      line.firstContactOn ? formatDay(line.firstContactOn) : '–',
      line.lastActOn ? formatDay(line.lastActOn) : '–',
      String(line.quantityAsked),
      String(line.quantityRetained),
      formatAmount(line.unitAmount),
      formatAmount(line.amount),
    ]),
    ...data.rejected.map(({ reference, receivedOn, message, remedy }) => [
      reference,
      formatDay(receivedOn),
      message,
      remedy,
    ]),
  ]
  const each = Math.ceil(rows.length / pages)
  return Array.from({ length: pages }, (_, i) => rows.slice(i * each, (i + 1) * each))
}

/** Writes pages with pdfkit as its manual shows it: no tag, no structure, no attachment, no wrapping. */
export async function barePdf(pages: BarePages, font: string): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false })
  const bytes = buffer(pdf)
  for (const rows of pages) {
    pdf.addPage()
    pdf.font(font).fontSize(8)
    rows.forEach((cells, row) => {
      cells.forEach((cell, column) => {
        pdf.text(cell, 50 + column * 55, 58 + row * 14, { lineBreak: false })
      })
    })
  }
  pdf.end()
  return bytes
}

/** How many pages a PDF of pdfkit has: its page objects are never compressed. */
export function countPages(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type \/Page\b(?!s)/g)?.length ?? 0
  )
}
