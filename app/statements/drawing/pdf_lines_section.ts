import { formatAmount, formatDay, formatNumber, plural } from '#app/shared/french_format'
import { drawSectionTitle, drawSentence } from '#app/statements/drawing/pdf_section'
import type { Element, Sheet } from '#app/statements/drawing/pdf_sheet'
import { drawTable, TABLE_START, type Column, type Row } from '#app/statements/drawing/pdf_table'
import { subtotalByService } from '#app/statements/drawing/service_subtotals'
import type { StatementLine } from '#app/statements/content/statement_data'
import { remarkOn, UNIT_LABELS } from '#app/statements/drawing/statement_wording'

const COLUMNS: Column[] = [
  { title: 'Référence', width: 108 },
  { title: 'N°', width: 22, align: 'right' },
  { title: 'Saisine', width: 52, align: 'right' },
  { title: '1er contact', width: 52, align: 'right' },
  { title: 'Dernier acte', width: 54, align: 'right' },
  { title: 'Demandé', width: 44, align: 'right' },
  { title: 'Retenu', width: 38, align: 'right' },
  { title: 'Prix unitaire', width: 58, align: 'right' },
  { title: 'Montant', width: 67, align: 'right' },
]

/** What is paid, by service, each with its subtotal. */
export function drawLines(sheet: Sheet, parent: Element, lines: StatementLine[]): void {
  drawSectionTitle(
    sheet,
    parent,
    'Prestations retenues',
    lines.length === 0 ? undefined : TABLE_START
  )
  if (lines.length === 0) {
    drawSentence(sheet, parent, 'Aucune prestation retenue dans cette campagne.')
    return
  }
  drawTable(sheet, parent, COLUMNS, rowsOf(lines))
}

function rowsOf(lines: StatementLine[]): Row[] {
  return subtotalByService(lines).flatMap((service): Row[] => [
    {
      tone: 'group',
      cells: [`${service.serviceLabel}, ${UNIT_LABELS[service.unit]}`],
      span: COLUMNS.length,
    },
    ...service.lines.map(({ number, line }) => bodyRow(number, line)),
    {
      tone: 'subtotal',
      cells: [
        `Sous-total ${service.serviceLabel}, ${plural(service.lines.length, 'ligne')}`,
        formatNumber(service.quantityAsked),
        formatNumber(service.quantityRetained),
        '',
        formatAmount(service.amount),
      ],
      span: 5,
    },
  ])
}

function bodyRow(number: number, line: StatementLine): Row {
  return {
    tone: 'body',
    cells: [
      line.reference,
      String(number),
      formatDay(line.saisineOn),
      line.firstContactOn ? formatDay(line.firstContactOn) : '–',
      line.lastActOn ? formatDay(line.lastActOn) : '–',
      formatNumber(line.quantityAsked),
      formatNumber(line.quantityRetained),
      formatAmount(line.unitAmount),
      formatAmount(line.amount),
    ],
    note: remarkOn(line),
  }
}
