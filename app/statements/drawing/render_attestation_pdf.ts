import { amountInWords } from '#app/shared/amount_in_words'
import { sumCents } from '#app/shared/cents'
import { formatAmount, formatLongDay, plural } from '#app/shared/french_format'
import type { AttestationData } from '#app/statements/attestation/attestation_data'
import { ArchivalPdf } from '#app/statements/drawing/archival_pdf'
import { associationBlock } from '#app/statements/drawing/pdf_association_block'
import { drawFrames } from '#app/statements/drawing/pdf_frame'
import {
  drawAmountBox,
  drawBlocks,
  drawLetterhead,
  type Block,
} from '#app/statements/drawing/pdf_letterhead'
import { drawMentions } from '#app/statements/drawing/pdf_mentions_section'
import { INKS } from '#app/statements/drawing/pdf_palette'
import { drawPayments } from '#app/statements/drawing/pdf_payments_section'
import { Sheet } from '#app/statements/drawing/pdf_sheet'

/**
 * The certificate of the sums that an association received in a year, as a tagged PDF/A-3a that carries its own data
 * as JSON. The same data gives the same bytes, on any day and machine. Throws when the sum is not that of its lines.
 */
export async function renderAttestationPdf(data: AttestationData): Promise<Buffer> {
  if (sumCents(data.payments.map(({ amount }) => amount)) !== data.total) {
    throw new Error(`The certificate of ${data.year} does not add up`)
  }
  const title = `Attestation annuelle ${data.year}`
  const { federation, association, fictitious } = data
  const pdf = new ArchivalPdf(
    { Title: title, Author: federation.name, Subject: association.name },
    new Date(`${data.until}T12:00:00Z`)
  )
  const root = pdf.structure
  const sheet = new Sheet(pdf)
  drawLetterhead(sheet, root, {
    federation,
    title: 'Attestation annuelle',
    issue: `Sommes virées du 1er janvier au ${formatLongDay(data.until)}`,
  })
  drawBlocks(sheet, root, associationBlock(association), yearBlock(data))
  drawAmountBox(sheet, root, {
    label: 'Total des sommes virées',
    amount: formatAmount(data.total),
    inWords: amountInWords(data.total),
    sentence: `${federation.name} atteste avoir viré cette somme à l’association, selon sa banque et ses livres, en règlement des relevés ci-dessous.`,
  })
  drawPayments(sheet, root, data)
  drawMentions(sheet, root, data)
  sheet.close()
  drawFrames(sheet, {
    caption: `${title} · ${association.name}`,
    sender: federation.name,
    fictitious,
  })
  pdf.attachJson(`attestation-${data.year}.json`, 'Données de l’attestation', data)
  return pdf.finish()
}

function yearBlock({ year, payments, until }: AttestationData): Block {
  const whole = until === `${year}-12-31`
  return {
    title: 'Période',
    lines: [
      [`Année ${year}`, INKS.strongValue],
      [whole ? 'Année entière' : `En cours, arrêtée au ${formatLongDay(until)}`, INKS.value],
      [plural(payments.length, 'opération'), INKS.value],
      ['Un virement rejeté n’y est pas\u00a0; un virement revenu y est déduit.', INKS.value],
    ],
  }
}
