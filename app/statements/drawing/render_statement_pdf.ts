import { ArchivalPdf } from '#app/statements/drawing/archival_pdf'
import { assertAddsUp } from '#app/statements/drawing/assert_adds_up'
import { drawCorrections } from '#app/statements/drawing/pdf_corrections_section'
import { drawFrames } from '#app/statements/drawing/pdf_frame'
import { drawHead } from '#app/statements/drawing/pdf_head_section'
import { drawLines } from '#app/statements/drawing/pdf_lines_section'
import { drawMentions } from '#app/statements/drawing/pdf_mentions_section'
import { drawRejected } from '#app/statements/drawing/pdf_rejected_section'
import { Sheet } from '#app/statements/drawing/pdf_sheet'
import { drawTotal } from '#app/statements/drawing/pdf_total_section'
import type { StatementData } from '#app/statements/content/statement_data'

/**
 * A statement as a tagged PDF/A-3a (ISO 19005-3) that carries its own data as JSON. The same data
 * gives the same bytes, on any day and machine.
 */
export async function renderStatementPdf(data: StatementData): Promise<Buffer> {
  assertAddsUp(data)
  const pdf = new ArchivalPdf(
    {
      Title: `Relevé de règlement ${data.number}`,
      Author: data.federation.name,
      Subject: `${data.association.name}, ${data.convention.title}`,
    },
    new Date(data.issuedAt)
  )
  const root = pdf.structure
  const sheet = new Sheet(pdf)
  drawHead(sheet, root, data)
  drawLines(sheet, root, data.lines)
  drawCorrections(sheet, root, data.corrections)
  drawTotal(sheet, root, data)
  drawRejected(sheet, root, data.rejected)
  drawMentions(sheet, root, data)
  sheet.close()
  drawFrames(sheet, {
    caption: `Relevé ${data.number} · ${data.association.name}`,
    sender: data.federation.name,
    fictitious: data.fictitious,
  })
  pdf.attachJson(`${data.number}.json`, 'Données du relevé', data)
  return pdf.finish()
}
