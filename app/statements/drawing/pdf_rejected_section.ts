import { formatDay } from '#app/shared/french_format'
import { drawSectionTitle, drawSentence } from '#app/statements/drawing/pdf_section'
import type { Element, Sheet } from '#app/statements/drawing/pdf_sheet'
import { drawTable, TABLE_START, type Column } from '#app/statements/drawing/pdf_table'
import type { RejectedForm } from '#app/statements/content/statement_data'

const COLUMNS: Column[] = [
  { title: 'Référence', width: 108 },
  { title: 'Reçue le', width: 56 },
  { title: 'Motif', width: 165 },
  { title: 'Que faire', width: 166 },
]

/** The forms that are not paid, with the reason and the way to have them paid. */
export function drawRejected(sheet: Sheet, parent: Element, rejected: RejectedForm[]): void {
  sheet.y += 18
  drawSectionTitle(
    sheet,
    parent,
    'Fiches non retenues',
    rejected.length === 0 ? undefined : TABLE_START
  )
  if (rejected.length === 0) {
    drawSentence(sheet, parent, 'Toutes les fiches reçues ont été retenues.')
    return
  }
  const rows = rejected.map((form) => ({
    tone: 'body' as const,
    cells: [form.reference, formatDay(form.receivedOn), form.message, form.remedy],
    note: `Code ${form.code}`,
  }))
  drawTable(sheet, parent, COLUMNS, rows)
}
