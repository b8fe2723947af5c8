import { amountInWords } from '#app/shared/amount_in_words'
import { sumCents, type Cents } from '#app/shared/cents'
import { formatSiren, formatSiret } from '#app/shared/french_format'
import {
  AMOUNT,
  detailCount,
  LINE_NATURES,
  NATURE,
  SERVICE_CODE,
} from '#app/statements/drawing/detail_sheet'
import { subtotalByService } from '#app/statements/drawing/service_subtotals'
import type { StatementData } from '#app/statements/content/statement_data'
import { FICTITIOUS_SENTENCE, settlementSentence } from '#app/statements/drawing/statement_wording'
import type { WorkbookWriter } from '#app/statements/drawing/workbook_bytes'
import {
  euros,
  LABEL_STYLE,
  MARK_STYLE,
  sheetDate,
  STYLES,
  TITLE_STYLE,
  TOTAL_STYLES,
  writeHeader,
  writeRow,
  type SheetColumn,
} from '#app/statements/drawing/workbook_sheet'
import type { CellValue, WorksheetWriter } from '#app/statements/drawing/workbook_worksheet'

const TOTAL_COLUMNS: SheetColumn[] = [
  { header: 'Code', width: 24, kind: 'text' },
  { header: 'Prestation', width: 52, kind: 'text' },
  { header: 'Lignes', width: 10, kind: 'count' },
  { header: 'Quantité retenue', width: 12, kind: 'count' },
  { header: 'Montant', width: 18, kind: 'amount' },
]
const AMOUNT_AT = 4

/** Writes the sheet Relevé: who, what, and the totals as formulas over the sheet Détail. */
export function writeHeadSheet(workbook: WorkbookWriter, data: StatementData): void {
  const widths = TOTAL_COLUMNS.map(({ width }) => width)
  const sheet = workbook.addSheet('Relevé', { orientation: 'portrait', widths })
  sheet.startRow(1)
  sheet.cell(0, `Relevé de règlement n° ${data.number}`, TITLE_STYLE)
  if (data.fictitious) {
    sheet.startRow(2)
    sheet.cell(0, FICTITIOUS_SENTENCE, MARK_STYLE)
  }
  let at = 4
  for (const [label, value] of identity(data)) {
    sheet.startRow(at++)
    sheet.cell(0, label, LABEL_STYLE)
    if (value !== null) sheet.cell(1, value, value instanceof Date ? STYLES.date : STYLES.text)
  }
  writeTotals(sheet, at + 1, data)
}

function identity(data: StatementData): [string, CellValue][] {
  const { federation, association, convention, run, account } = data
  return [
    ['Émis le', sheetDate(data.issuedOn)],
    ['Fédération', federation.name],
    ['SIREN', formatSiren(federation.siren)],
    ['Association', association.name],
    ['Code', association.code],
    ['SIRET', association.siret ? formatSiret(association.siret) : 'non communiqué'],
    ['Convention', `${convention.code}, ${convention.title}`],
    ['Financeur', convention.funder],
    ['Campagne', run.code],
    ['Arrêtée au', sheetDate(run.until)],
    ['Compte', account?.maskedIban ?? 'aucun compte approuvé'],
    ['Titulaire', account?.holder ?? null],
    ['Total en lettres', amountInWords(data.total)],
    ['Règlement', settlementSentence(data)],
    ['Empreinte du journal', data.chainHead],
    ...federation.legalMentions.map((mention): [string, CellValue] => ['Mention', mention]),
  ]
}

function writeTotals(sheet: WorksheetWriter, start: number, data: StatementData): void {
  const last = detailCount(data) + 1
  writeHeader(sheet, start, TOTAL_COLUMNS)
  let at = start + 1
  const range = (column: string) => `'Détail'!$${column}$1:$${column}$${last}`
  for (const service of subtotalByService(data.lines)) {
    const formula = `SUMIFS(${range(AMOUNT)},${range(NATURE)},"${LINE_NATURES.line}",${range(SERVICE_CODE)},A${at})`
    writeRow(sheet, at++, TOTAL_COLUMNS, [
      service.serviceCode,
      service.serviceLabel,
      service.lines.length,
      service.quantityRetained,
      { formula, result: euros(service.amount) },
    ])
  }
  const total = (label: string, formula: string, result: Cents) => {
    sheet.startRow(at++)
    sheet.cell(1, label, TOTAL_STYLES.text)
    sheet.cell(AMOUNT_AT, { formula, result: euros(result) }, TOTAL_STYLES.amount)
  }
  const ofNature = (nature: string) => `SUMIFS(${range(AMOUNT)},${range(NATURE)},"${nature}")`
  const first = at
  total('Prestations retenues', ofNature(LINE_NATURES.line), sumCents(data.lines.map(amountOf)))
  total(
    'Régularisations',
    ofNature(LINE_NATURES.correction),
    sumCents(data.corrections.map(amountOf))
  )
  total('Report', ofNature(LINE_NATURES.carried), data.carriedForward?.amount ?? 0)
  const shares = data.shares ?? []
  if (shares.length > 0) {
    const formula = `${ofNature(LINE_NATURES.arrears)}+${ofNature(LINE_NATURES.abatement)}`
    total('Partage de l’enveloppe', formula, sumCents(shares.map(amountOf)))
  }
  total('Total du relevé', `SUM(E${first}:E${at - 1})`, data.total)
  sheet.startRow(at++)
  sheet.cell(1, 'Reporté sur le prochain relevé', STYLES.text)
  sheet.cell(AMOUNT_AT, euros(data.carried), STYLES.amount)
  total('Montant à virer', `E${at - 2}-E${at - 1}`, data.payable)
}

function amountOf({ amount }: { amount: Cents }): Cents {
  return amount
}
