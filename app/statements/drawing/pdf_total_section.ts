import { amountInWords } from '#app/shared/amount_in_words'
import { sumCents } from '#app/shared/cents'
import { formatAmount } from '#app/shared/french_format'
import { INKS } from '#app/statements/drawing/pdf_palette'
import { drawSectionTitle, drawSentence } from '#app/statements/drawing/pdf_section'
import type { Element, Sheet } from '#app/statements/drawing/pdf_sheet'
import { drawTable, type Column, type Row } from '#app/statements/drawing/pdf_table'
import type { StatementData } from '#app/statements/content/statement_data'
import { settlementSentence } from '#app/statements/drawing/statement_wording'

const COLUMNS: Column[] = [
  { title: 'Récapitulatif', width: 395 },
  { title: 'Montant', width: 100, align: 'right' },
]

/** How the total is made, in figures and in words, and what becomes of it. */
export function drawTotal(sheet: Sheet, parent: Element, data: StatementData): void {
  sheet.y += 16
  const rows = totalRows(data)
  sheet.reserve(60 + rows.length * 17)
  drawSectionTitle(sheet, parent, 'Total')
  drawTable(sheet, parent, COLUMNS, rows)
  sheet.y += 8
  const words = `Arrêté le présent relevé à la somme de ${amountInWords(data.total)}.`
  drawSentence(sheet, parent, words, INKS.strongValue)
  drawSentence(sheet, parent, settlementSentence(data))
  for (const { reason } of data.shares ?? []) drawSentence(sheet, parent, reason)
}

function totalRows(data: StatementData): Row[] {
  const corrections = sumCents(data.corrections.map(({ amount }) => amount))
  const rows: Row[] = [
    body('Prestations retenues', sumCents(data.lines.map((line) => line.amount))),
  ]
  if (data.corrections.length > 0) rows.push(body('Régularisations', corrections))
  if (data.carriedForward) {
    const { fromStatement, amount } = data.carriedForward
    rows.push(body(`Report du relevé ${fromStatement}`, amount))
  }
  for (const { label, amount } of data.shares ?? []) rows.push(body(label, amount))
  rows.push(sum('Total du relevé', data.total))
  if (data.carried !== 0) rows.push(body('Reporté sur le prochain relevé', data.carried))
  if (data.payable !== data.total) rows.push(sum('Montant à virer', data.payable))
  return rows
}

function body(label: string, amount: number): Row {
  return { tone: 'body', cells: [label, formatAmount(amount)] }
}

function sum(label: string, amount: number): Row {
  return { tone: 'subtotal', cells: [label, formatAmount(amount)] }
}
