import { formatAmount } from '#app/shared/french_format'
import { drawSectionTitle } from '#app/statements/drawing/pdf_section'
import type { Element, Sheet } from '#app/statements/drawing/pdf_sheet'
import { drawTable, TABLE_START, type Column, type Row } from '#app/statements/drawing/pdf_table'
import type { StatementCorrection } from '#app/statements/content/statement_data'

const COLUMNS: Column[] = [
  { title: 'Référence', width: 108 },
  { title: 'Prestation', width: 122 },
  { title: 'Ligne corrigée', width: 100 },
  { title: 'Dû', width: 55, align: 'right' },
  { title: 'Déjà payé', width: 55, align: 'right' },
  { title: 'Régularisation', width: 55, align: 'right' },
]

/** Corrections of lines that earlier statements paid, each with the line it corrects and why. */
export function drawCorrections(
  sheet: Sheet,
  parent: Element,
  corrections: StatementCorrection[]
): void {
  if (corrections.length === 0) return
  sheet.y += 16
  drawSectionTitle(sheet, parent, 'Régularisations', TABLE_START)
  drawTable(sheet, parent, COLUMNS, corrections.map(correctionRow))
}

function correctionRow(correction: StatementCorrection): Row {
  return {
    tone: 'body',
    cells: [
      correction.reference,
      correction.serviceLabel,
      `${correction.correctsStatement}, ligne ${correction.correctsLine}`,
      formatAmount(correction.due),
      formatAmount(correction.alreadyPaid),
      formatAmount(correction.amount),
    ],
    note: correction.reason,
  }
}
