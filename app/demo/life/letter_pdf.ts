import { DEMO_SETTINGS } from '#app/demo/demo_settings'
import { ArchivalPdf } from '#app/statements/drawing/archival_pdf'
import { drawFrames } from '#app/statements/drawing/pdf_frame'
import { drawBlocks, drawLetterhead } from '#app/statements/drawing/pdf_letterhead'
import { INKS } from '#app/statements/drawing/pdf_palette'
import { Sheet } from '#app/statements/drawing/pdf_sheet'

export interface LetterText {
  title: string
  issue: string
  /** Two columns under the title. */
  columns: [LetterColumn, LetterColumn]
}

export interface LetterColumn {
  title: string
  paragraphs: string[]
}

/** A publication of the fictitious federation, drawn like its other papers. */
export function letterPdf({ title, issue, columns }: LetterText, createdAt: Date): Buffer {
  const { name, siren } = DEMO_SETTINGS.federation
  const { buildingNumber, street, postcode, town } = DEMO_SETTINGS.address
  const address = [`${buildingNumber} ${street}`, `${postcode} ${town}`]
  const pdf = new ArchivalPdf({ Title: title, Author: name, Subject: issue }, createdAt)
  const root = pdf.structure
  const sheet = new Sheet(pdf)
  drawLetterhead(sheet, root, {
    federation: { name, siren, address, legalMentions: [] },
    title,
    issue,
  })
  const [left, right] = columns.map((column) => ({
    title: column.title,
    lines: column.paragraphs.map((text): [string, typeof INKS.value] => [text, INKS.value]),
  }))
  drawBlocks(sheet, root, left!, right!)
  sheet.close()
  drawFrames(sheet, { caption: title, sender: name, fictitious: true })
  return pdf.finish()
}
