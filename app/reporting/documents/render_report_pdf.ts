import { barsHeight, drawReportBars } from '#app/reporting/documents/draw_report_bars'
import { cellText } from '#app/reporting/documents/cell_text'
import type {
  ReportDocument,
  ReportRow,
  ReportTable,
} from '#app/reporting/documents/report_document'
import { ArchivalPdf } from '#app/statements/drawing/archival_pdf'
import { drawFrames } from '#app/statements/drawing/pdf_frame'
import { drawLetterhead } from '#app/statements/drawing/pdf_letterhead'
import { drawMentions } from '#app/statements/drawing/pdf_mentions_section'
import { INKS } from '#app/statements/drawing/pdf_palette'
import { drawSectionTitle, drawSentence } from '#app/statements/drawing/pdf_section'
import { Sheet, type Element } from '#app/statements/drawing/pdf_sheet'
import { drawTable, TABLE_START, type Row } from '#app/statements/drawing/pdf_table'

/**
 * A report as a tagged PDF/A-3a that carries what it says as JSON: masked there too. The same report gives the same
 * bytes, on any day and machine.
 */
export async function renderReportPdf(report: ReportDocument): Promise<Buffer> {
  const { federation, title, subtitle, fictitious } = report
  const pdf = new ArchivalPdf(
    { Title: title, Author: federation.name, Subject: subtitle },
    new Date(`${report.on}T12:00:00Z`)
  )
  const root = pdf.structure
  const sheet = new Sheet(pdf)
  drawLetterhead(sheet, root, { federation, title, issue: subtitle })
  for (const { title: heading, sentences, bars, table } of report.sections) {
    const shown = bars ? barsHeight(bars) : table && TABLE_START + CAPTION
    drawSectionTitle(sheet, root, heading, sentences.length === 0 ? shown : undefined)
    for (const sentence of sentences) drawSentence(sheet, root, sentence)
    if (bars) drawReportBars(sheet, bars)
    if (table) drawReportTable(sheet, root, table)
    sheet.y += 14
  }
  drawMentions(sheet, root, report)
  sheet.close()
  drawFrames(sheet, { caption: `${title} · ${subtitle}`, sender: federation.name, fictitious })
  pdf.attachJson(`${report.fileName}.json`, 'Données du rapport', report.sections)
  return pdf.finish()
}

/** Height of a caption: it never ends a page. */
const CAPTION = 16

function drawReportTable(sheet: Sheet, parent: Element, table: ReportTable): void {
  sheet.reserve(CAPTION + TABLE_START)
  drawSentence(sheet, parent, table.caption, INKS.label)
  const columns = table.columns.map(({ title, width, kind }) => ({
    title,
    width,
    align: kind === 'text' ? ('left' as const) : ('right' as const),
  }))
  drawTable(sheet, parent, columns, table.rows.map(pdfRow))
}

function pdfRow({ tone, cells }: ReportRow): Row {
  return { tone: tone === 'total' ? 'subtotal' : tone, cells: cells.map(cellText) }
}
