import { amountInWords } from '#app/shared/amount_in_words'
import { formatAmount, formatIban } from '#app/shared/french_format'
import type { DebitNoteData } from '#app/statements/debit_notes/debit_note_data'
import { INKS } from '#app/statements/drawing/pdf_palette'
import { drawSectionTitle, drawSentence } from '#app/statements/drawing/pdf_section'
import type { Element, Sheet } from '#app/statements/drawing/pdf_sheet'
import { drawTable, type Column, type Row } from '#app/statements/drawing/pdf_table'

const COLUMNS: Column[] = [
  { title: 'Virement', width: 150 },
  { title: 'À indiquer', width: 345 },
]

/** How the association pays the claim, and the amount in words that closes the note. */
export function drawRepayment(sheet: Sheet, parent: Element, data: DebitNoteData): void {
  const { federation, account, amount, number } = data
  drawSectionTitle(sheet, parent, 'Comment reverser')
  const row = (name: string, value: string): Row => ({ tone: 'body', cells: [name, value] })
  drawTable(sheet, parent, COLUMNS, [
    row('Bénéficiaire', federation.name),
    row('IBAN', formatIban(account.iban)),
    ...(account.bic ? [row('BIC', account.bic)] : []),
    row('Montant', formatAmount(amount)),
    row('Motif du virement', number),
  ])
  sheet.y += 8
  const words = `Arrêtée la présente note à la somme de ${amountInWords(amount)}.`
  drawSentence(sheet, parent, words, INKS.strongValue)
}
