import { amountInWords } from '#app/shared/amount_in_words'
import { formatAmount, formatDay, plural } from '#app/shared/french_format'
import type { AttestationData } from '#app/statements/attestation_data'
import { INKS } from '#app/statements/drawing/pdf_palette'
import { drawSectionTitle, drawSentence } from '#app/statements/drawing/pdf_section'
import type { Element, Sheet } from '#app/statements/drawing/pdf_sheet'
import { drawTable, TABLE_START, type Column, type Row } from '#app/statements/drawing/pdf_table'

const COLUMNS: Column[] = [
  { title: 'Relevé', width: 100 },
  { title: 'Émis le', width: 65 },
  { title: 'Convention', width: 90 },
  { title: 'Virement', width: 100 },
  { title: 'Exécution demandée le', width: 65 },
  { title: 'Montant', width: 75, align: 'right' },
]

/** Each transfer of the year, then the sum in words that closes the certificate. */
export function drawPayments(
  sheet: Sheet,
  parent: Element,
  { payments, total }: AttestationData
): void {
  drawSectionTitle(sheet, parent, 'Sommes virées', TABLE_START)
  const body = payments.map(
    ({ statement, issuedOn, convention, endToEndId, executedOn, amount }): Row => ({
      tone: 'body',
      cells: [
        statement,
        formatDay(issuedOn),
        convention,
        endToEndId,
        formatDay(executedOn),
        formatAmount(amount),
      ],
    })
  )
  const closing: Row = {
    tone: 'subtotal',
    cells: [`Total, ${plural(payments.length, 'virement')}`, formatAmount(total)],
    span: 5,
  }
  drawTable(sheet, parent, COLUMNS, [...body, closing])
  sheet.y += 8
  const words = `Arrêtée la présente attestation à la somme de ${amountInWords(total)}.`
  drawSentence(sheet, parent, words, INKS.strongValue)
}
