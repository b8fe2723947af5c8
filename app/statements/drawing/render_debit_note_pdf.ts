import { amountInWords } from '#app/shared/amount_in_words'
import { formatAmount, formatLongDay } from '#app/shared/french_format'
import type { DebitNoteData } from '#app/statements/debit_notes/debit_note_data'
import { ArchivalPdf } from '#app/statements/drawing/archival_pdf'
import { assertDebitAddsUp } from '#app/statements/drawing/assert_debit_adds_up'
import { associationBlock } from '#app/statements/drawing/pdf_association_block'
import { drawFrames } from '#app/statements/drawing/pdf_frame'
import {
  drawAmountBox,
  drawBlocks,
  drawLetterhead,
  type Block,
} from '#app/statements/drawing/pdf_letterhead'
import { drawMentions } from '#app/statements/drawing/pdf_mentions_section'
import { drawOrigins } from '#app/statements/drawing/pdf_origins_section'
import { INKS } from '#app/statements/drawing/pdf_palette'
import { drawRepayment } from '#app/statements/drawing/pdf_repayment_section'
import { Sheet, type Element } from '#app/statements/drawing/pdf_sheet'

/**
 * A debit note as a tagged PDF/A-3a that carries its own data as JSON, like a statement. The same data gives the
 * same bytes, on any day and machine.
 */
export async function renderDebitNotePdf(data: DebitNoteData): Promise<Buffer> {
  assertDebitAddsUp(data)
  const pdf = new ArchivalPdf(
    {
      Title: `Note de débit ${data.number}`,
      Author: data.federation.name,
      Subject: `${data.association.name}, ${data.convention.title}`,
    },
    new Date(data.decidedAt)
  )
  const root = pdf.structure
  const sheet = new Sheet(pdf)
  drawHead(sheet, root, data)
  drawRepayment(sheet, root, data)
  drawOrigins(sheet, root, data)
  drawMentions(sheet, root, data)
  sheet.close()
  drawFrames(sheet, {
    caption: `Note de débit ${data.number} · ${data.association.name}`,
    sender: data.federation.name,
    fictitious: data.fictitious,
  })
  pdf.attachJson(`${data.number}.json`, 'Données de la note de débit', data)
  return pdf.finish()
}

function drawHead(sheet: Sheet, parent: Element, data: DebitNoteData): void {
  drawLetterhead(sheet, parent, {
    federation: data.federation,
    title: 'Note de débit',
    issue: `n° ${data.number}, établie le ${formatLongDay(data.decidedOn)}`,
  })
  drawBlocks(sheet, parent, associationBlock(data.association), originBlock(data))
  drawAmountBox(sheet, parent, {
    label: 'Montant à reverser à la fédération',
    amount: formatAmount(data.amount),
    inWords: amountInWords(data.amount),
    sentence: `Solde négatif du relevé ${data.origins[0]!.statement}\u00a0: il vous est réclamé, et ne sera pas retenu sur un prochain relevé.`,
  })
}

function originBlock({ convention, origins: [origin] }: DebitNoteData): Block {
  return {
    title: 'Convention et relevé',
    lines: [
      [convention.title, INKS.strongValue],
      [`Convention ${convention.code}`, INKS.value],
      [`Financeur\u00a0: ${convention.funder}`, INKS.value],
      [`Relevé ${origin!.statement}, émis le ${formatLongDay(origin!.issuedOn)}`, INKS.value],
    ],
  }
}
