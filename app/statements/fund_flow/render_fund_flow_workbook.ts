import { FLOW_ROWS } from '#app/ledger/flow/flow_rows'
import { FICTITIOUS_SENTENCE } from '#app/statements/drawing/statement_wording'
import { workbookBytes, type WorkbookWriter } from '#app/statements/drawing/workbook_bytes'
import {
  addTableSheet,
  euros,
  LABEL_STYLE,
  MARK_STYLE,
  sheetDate,
  TITLE_STYLE,
  writeHeader,
  writeRow,
  writeTotal,
  type SheetColumn,
} from '#app/statements/drawing/workbook_sheet'
import type { FundFlowData } from '#app/statements/fund_flow/fund_flow_data'

const amount = (header: string): SheetColumn => ({ header, width: 18, kind: 'amount' })
const FLOW_COLUMNS: SheetColumn[] = [
  { header: 'Emploi', width: 40, kind: 'text' },
  amount('Avant l’année'),
  amount('Dans l’année'),
  amount('Fin d’année'),
]
const RECEIPT_COLUMNS: SheetColumn[] = [
  { header: 'Référence', width: 40, kind: 'text' },
  { header: 'Reçu le', width: 14, kind: 'date' },
  amount('Montant'),
]
const ASSOCIATION_COLUMNS: SheetColumn[] = [
  { header: 'Code', width: 14, kind: 'text' },
  { header: 'Association', width: 60, kind: 'text' },
  amount('À payer avant'),
  amount('Dû dans l’année'),
  amount('Payé dans l’année'),
  amount('À payer à la fin'),
]
const HEADER_ROW = 5

/** The same figures as the PDF: sheets Emploi, Versements and Associations. The same data gives the same bytes. */
export function renderFundFlowWorkbook(data: FundFlowData): Promise<Buffer> {
  return workbookBytes(`${data.madeOn}T12:00:00.000Z`, (workbook) => {
    writeFlow(workbook, data)
    writeReceipts(workbook, data)
    writeAssociations(workbook, data)
  })
}

function writeFlow(workbook: WorkbookWriter, data: FundFlowData): void {
  const { convention, year, federation, before, during, end, fictitious } = data
  const sheet = workbook.addSheet('Emploi', {
    orientation: 'landscape',
    widths: FLOW_COLUMNS.map(({ width }) => width),
    headerRow: HEADER_ROW,
  })
  sheet.startRow(1)
  sheet.cell(0, `Emploi des fonds ${year}`, TITLE_STYLE)
  sheet.startRow(2)
  sheet.cell(
    0,
    `${federation.name}. Convention ${convention.code}, ${convention.title} (${convention.funder}).`,
    LABEL_STYLE
  )
  if (fictitious) {
    sheet.startRow(3)
    sheet.cell(0, FICTITIOUS_SENTENCE, MARK_STYLE)
  }
  writeHeader(sheet, HEADER_ROW, FLOW_COLUMNS)
  const [received, ...uses] = FLOW_ROWS
  for (const [at, [key, label]] of uses.entries()) {
    const values = [before, during, end].map((flow) => euros(flow[key]))
    writeRow(sheet, HEADER_ROW + 1 + at, FLOW_COLUMNS, [label, ...values])
  }
  const last = HEADER_ROW + uses.length
  const sums = [before, during, end].map((flow, at) => {
    const column = 'BCD'[at]
    return {
      formula: `SUM(${column}${HEADER_ROW + 1}:${column}${last})`,
      result: euros(flow.received),
    }
  })
  writeTotal(sheet, last + 1, FLOW_COLUMNS, [`${received![1]} (somme)`, ...sums])
}

function writeReceipts(workbook: WorkbookWriter, { receipts }: FundFlowData): void {
  const sheet = addTableSheet(workbook, 'Versements', RECEIPT_COLUMNS)
  for (const [at, { reference, receivedOn, amountCents }] of receipts.entries()) {
    const values = [reference, sheetDate(receivedOn), euros(amountCents)]
    writeRow(sheet, at + 2, RECEIPT_COLUMNS, values)
  }
}

function writeAssociations(workbook: WorkbookWriter, { associations }: FundFlowData): void {
  const sheet = addTableSheet(workbook, 'Associations', ASSOCIATION_COLUMNS)
  for (const [at, one] of associations.entries()) {
    const { code, name, beforeCents, dueCents, paidCents, toPayCents } = one
    const amounts = [beforeCents, dueCents, paidCents, toPayCents].map(euros)
    writeRow(sheet, at + 2, ASSOCIATION_COLUMNS, [code, name, ...amounts])
  }
}
