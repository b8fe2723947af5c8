import { FLOW_ROWS } from '#app/ledger/flow/flow_rows'
import { amountInWords } from '#app/shared/amount_in_words'
import { formatAmount, formatDay, formatLongDay } from '#app/shared/french_format'
import { ArchivalPdf } from '#app/statements/drawing/archival_pdf'
import { drawFrames } from '#app/statements/drawing/pdf_frame'
import {
  drawAmountBox,
  drawBlocks,
  drawLetterhead,
  type Block,
} from '#app/statements/drawing/pdf_letterhead'
import { drawMentions } from '#app/statements/drawing/pdf_mentions_section'
import { INKS } from '#app/statements/drawing/pdf_palette'
import { drawSectionTitle, drawSentence } from '#app/statements/drawing/pdf_section'
import { Sheet, type Element } from '#app/statements/drawing/pdf_sheet'
import { drawTable, TABLE_START, type Column, type Row } from '#app/statements/drawing/pdf_table'
import type { FundFlowData } from '#app/statements/fund_flow/fund_flow_data'

const figure = (title: string): Column => ({ title, width: 95, align: 'right' })
const FLOW_COLUMNS: Column[] = [
  { title: 'Emploi', width: 210 },
  figure('Avant l’année'),
  figure('Dans l’année'),
  figure('Fin d’année'),
]
const RECEIPT_COLUMNS: Column[] = [
  { title: 'Référence', width: 300 },
  { title: 'Reçu le', width: 100 },
  figure('Montant'),
]
const ASSOCIATION_COLUMNS: Column[] = [
  { title: 'Association', width: 175 },
  { title: 'À payer avant', width: 80, align: 'right' },
  { title: 'Dû', width: 80, align: 'right' },
  { title: 'Payé', width: 80, align: 'right' },
  { title: 'À payer', width: 80, align: 'right' },
]

/**
 * The use of a convention’s funds over a year, as a tagged PDF/A-3a that carries its own data as JSON. The same data
 * gives the same bytes, on any day and machine.
 */
export async function renderFundFlowPdf(data: FundFlowData): Promise<Buffer> {
  const { convention, year, federation, madeOn, fictitious } = data
  const title = `Emploi des fonds ${year}`
  const pdf = new ArchivalPdf(
    { Title: title, Author: federation.name, Subject: `Convention ${convention.code}` },
    new Date(`${madeOn}T12:00:00Z`)
  )
  const root = pdf.structure
  const sheet = new Sheet(pdf)
  drawLetterhead(sheet, root, {
    federation,
    title: 'Emploi des fonds',
    issue: `Année ${year}, d’après les écritures au ${formatLongDay(madeOn)}`,
  })
  drawBlocks(sheet, root, conventionBlock(data), closureBlock(data))
  drawAmountBox(sheet, root, {
    label: 'Reçu à la fin de l’année',
    amount: formatAmount(data.end.received),
    inWords: amountInWords(data.end.received),
    sentence: `Payé ${formatAmount(data.end.paid)}, à payer ${formatAmount(data.end.toPay)}, reste ${formatAmount(data.end.left)}\u00a0: la somme des trois est ce qui a été reçu.`,
  })
  drawFlow(sheet, root, data)
  drawReceipts(sheet, root, data)
  drawAssociations(sheet, root, data)
  drawMentions(sheet, root, data)
  sheet.close()
  drawFrames(sheet, {
    caption: `${title} · ${convention.code}`,
    sender: federation.name,
    fictitious,
  })
  pdf.attachJson(`emploi-des-fonds-${convention.code}-${year}.json`, 'Données de l’emploi', data)
  return pdf.finish()
}

function conventionBlock({ convention }: FundFlowData): Block {
  return {
    title: 'Convention',
    lines: [
      [convention.title, INKS.strongValue],
      [`Convention ${convention.code}`, INKS.value],
      [`Financeur\u00a0: ${convention.funder}`, INKS.value],
    ],
  }
}

function closureBlock({ year, closedUntil }: FundFlowData): Block {
  const closed = closedUntil === null ? 'non clos' : `clos jusqu’au ${formatLongDay(closedUntil)}`
  return {
    title: 'Comptes',
    lines: [
      [`Année ${year}`, INKS.strongValue],
      [`Comptes de l’année\u00a0: ${closed}`, INKS.value],
    ],
  }
}

function drawFlow(sheet: Sheet, parent: Element, { before, during, end }: FundFlowData): void {
  drawSectionTitle(sheet, parent, 'Reçu = payé + à payer + reste', TABLE_START)
  const rows = FLOW_ROWS.map(([key, label], at): Row => ({
    tone: at === 0 ? 'subtotal' : 'body',
    cells: [label, ...[before, during, end].map((flow) => formatAmount(flow[key]))],
  }))
  drawTable(sheet, parent, FLOW_COLUMNS, rows)
}

function drawReceipts(sheet: Sheet, parent: Element, { receipts }: FundFlowData): void {
  sheet.y += 12
  drawSectionTitle(sheet, parent, 'Versements de l’année', TABLE_START)
  if (receipts.length === 0) return drawSentence(sheet, parent, 'Aucun versement.')
  const rows = receipts.map(({ reference, receivedOn, amountCents }): Row => ({
    tone: 'body',
    cells: [reference, formatDay(receivedOn), formatAmount(amountCents)],
  }))
  drawTable(sheet, parent, RECEIPT_COLUMNS, rows)
}

function drawAssociations(sheet: Sheet, parent: Element, { associations }: FundFlowData): void {
  sheet.y += 12
  drawSectionTitle(sheet, parent, 'Par association', TABLE_START)
  if (associations.length === 0) return drawSentence(sheet, parent, 'Aucun mouvement.')
  const rows = associations.map(
    ({ code, name, beforeCents, dueCents, paidCents, toPayCents }): Row => ({
      tone: 'body',
      cells: [
        `${code} ${name}`,
        ...[beforeCents, dueCents, paidCents, toPayCents].map(formatAmount),
      ],
    })
  )
  drawTable(sheet, parent, ASSOCIATION_COLUMNS, rows)
}
