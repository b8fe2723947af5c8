import { amountInWords } from '#app/shared/amount_in_words'
import type { Cents } from '#app/shared/cents'
import { formatAmount, formatDay, plural } from '#app/shared/french_format'
import type {
  AskedPayment,
  AttestationData,
  AttestedPayment,
} from '#app/statements/attestation/attestation_data'
import { INKS } from '#app/statements/drawing/pdf_palette'
import { drawSectionTitle, drawSentence } from '#app/statements/drawing/pdf_section'
import type { Element, Sheet } from '#app/statements/drawing/pdf_sheet'
import { drawTable, TABLE_START, type Column, type Row } from '#app/statements/drawing/pdf_table'

const COLUMNS: Column[] = [
  { title: 'Relevé', width: 95 },
  { title: 'Émis le', width: 60 },
  { title: 'Convention', width: 80 },
  { title: 'Virement', width: 95 },
  { title: 'Selon la banque', width: 90 },
  { title: 'Montant', width: 75, align: 'right' },
]

const DEEDS: Readonly<Record<AttestedPayment['deed'], string>> = {
  executed: 'exécuté le',
  returned: 'revenu le',
  corrected: 'corrigé le',
}

/** What the books of the year say of each transfer, the sum in words, then what the bank has not told yet. */
export function drawPayments(
  sheet: Sheet,
  parent: Element,
  { payments, total, asked }: AttestationData
): void {
  if (payments.length > 0) {
    drawSectionTitle(sheet, parent, 'Sommes virées', TABLE_START)
    drawTable(sheet, parent, COLUMNS, [...payments.map(rowOf), closingOf(payments, total)])
    sheet.y += 8
  }
  const words = `Arrêtée la présente attestation à la somme de ${amountInWords(total)}.`
  drawSentence(sheet, parent, words, INKS.strongValue)
  if (asked.length === 0) return
  drawSectionTitle(sheet, parent, 'Virements que la banque n’a pas encore dits exécutés')
  for (const one of asked) drawSentence(sheet, parent, askedSentence(one))
}

function rowOf(payment: AttestedPayment): Row {
  const { statement, issuedOn, convention, endToEndId, deed, on, amount } = payment
  return {
    tone: 'body',
    cells: [
      statement,
      formatDay(issuedOn),
      convention,
      endToEndId,
      `${DEEDS[deed]} ${formatDay(on)}`,
      formatAmount(amount),
    ],
  }
}

function closingOf(payments: readonly AttestedPayment[], total: Cents): Row {
  return {
    tone: 'subtotal',
    cells: [`Total, ${plural(payments.length, 'opération')}`, formatAmount(total)],
    span: 5,
  }
}

function askedSentence({ statement, endToEndId, askedFor, amount }: AskedPayment): string {
  return `Relevé ${statement}, virement ${endToEndId} de ${formatAmount(amount)}\u00a0: exécution demandée le ${formatDay(askedFor)}. Il n’est pas dans le total.`
}
