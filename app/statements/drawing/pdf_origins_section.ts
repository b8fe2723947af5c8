import { sumCents, type Cents } from '#app/shared/cents'
import { formatAmount, formatDay, plural } from '#app/shared/french_format'
import type { DebitNoteData, DebitOrigin } from '#app/statements/debit_notes/debit_note_data'
import { drawCorrections } from '#app/statements/drawing/pdf_corrections_section'
import { drawSectionTitle, drawSentence } from '#app/statements/drawing/pdf_section'
import type { Element, Sheet } from '#app/statements/drawing/pdf_sheet'
import { drawTable, TABLE_START, type Column, type Row } from '#app/statements/drawing/pdf_table'

const COLUMNS: Column[] = [
  { title: 'Ce que le relevé a compté', width: 395 },
  { title: 'Montant', width: 100, align: 'right' },
]

/** Why it is owed: the decision, then each statement that led to the balance, with the lines that it corrected. */
export function drawOrigins(sheet: Sheet, parent: Element, data: DebitNoteData): void {
  sheet.y += 12
  drawSectionTitle(sheet, parent, 'Pourquoi ce montant')
  drawSentence(sheet, parent, `Motif de la décision\u00a0: ${data.reason}`)
  for (const origin of data.origins) drawOrigin(sheet, parent, origin)
}

function drawOrigin(sheet: Sheet, parent: Element, origin: DebitOrigin): void {
  sheet.y += 12
  const title = `Relevé ${origin.statement}, du ${formatDay(origin.issuedOn)}`
  drawSectionTitle(sheet, parent, title, TABLE_START)
  drawTable(sheet, parent, COLUMNS, originRows(origin))
  drawCorrections(sheet, parent, origin.corrections)
}

function originRows(origin: DebitOrigin): Row[] {
  const { services, lineCount, corrections, carriedForward, shared, total } = origin
  const row = (name: string, amount: Cents, tone: Row['tone'] = 'body'): Row => ({
    tone,
    cells: [name, formatAmount(amount)],
  })
  const corrected = sumCents(corrections.map(({ amount }) => amount))
  return [
    ...(lineCount > 0
      ? [row(`Prestations retenues, ${plural(lineCount, 'ligne')}`, services)]
      : []),
    ...(corrections.length > 0
      ? [row(`Régularisations, ${plural(corrections.length, 'ligne')}`, corrected)]
      : []),
    ...(carriedForward
      ? [row(`Report du relevé ${carriedForward.fromStatement}`, carriedForward.amount)]
      : []),
    ...(shared ? [row('Abattements repris', shared)] : []),
    row('Solde du relevé', total, 'subtotal'),
  ]
}
