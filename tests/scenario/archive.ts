import drive from '@adonisjs/drive/services/main'
import ExcelJS from 'exceljs'
import { granted } from '#app/demo/granted'
import { orderFile } from '#app/payments/orders/order_file'
import { row } from '#app/shared/rows'
import { readPdf } from '#tests/unit/statements/read_pdf'

/** The text of an archived statement on one line, its spaces of all kinds made plain. */
export async function statementText(number: string): Promise<string> {
  const { text } = await readPdf(await archived(number, 'statement_pdf'))
  return text.replaceAll(/\s+/g, ' ')
}

export async function statementWorkbook(number: string): Promise<ExcelJS.Workbook> {
  return workbook(await archived(number, 'statement_xlsx'))
}

export async function runWorkbook(runId: number): Promise<ExcelJS.Workbook> {
  const found = await row<{ key: string }>(
    `SELECT file_key AS key FROM documents WHERE run_id = ? AND kind = 'run_xlsx'`,
    [runId]
  )
  return workbook(await drive.use().getBytes(found!.key))
}

/** The values of a sheet, row by row, formulas by their results, dates as days. */
export function cells(book: ExcelJS.Workbook, sheet: string): (string | number | null)[][] {
  const found: (string | number | null)[][] = []
  book.getWorksheet(sheet)!.eachRow((line) => {
    const values = line.values as ExcelJS.CellValue[]
    found.push(Array.from(values.slice(1), plain))
  })
  return found
}

/** What the bank reads: each transfer, the number of them and their sum, twice. */
export async function bankFile(orderId: number) {
  const { bytes } = granted(await orderFile(orderId))
  const xml = Buffer.from(bytes).toString()
  const all = (name: string) =>
    Array.from(xml.matchAll(new RegExp(`<${name}[^>]*>([^<]*)</${name}>`, 'g')), ([, text]) => text)
  return {
    transfers: all('EndToEndId').map((id, i) => `${id} ${all('InstdAmt')[i]}`),
    counts: all('NbOfTxs'),
    sums: all('CtrlSum'),
    days: all('Dt'),
    ibans: all('IBAN'),
    text: xml,
  }
}

async function archived(number: string, kind: string): Promise<Uint8Array> {
  const found = await row<{ key: string }>(
    `SELECT file_key AS key FROM documents d JOIN statements s ON s.id = d.statement_id
     WHERE s.number = ? AND d.kind = ?`,
    [number, kind]
  )
  return drive.use().getBytes(found!.key)
}

async function workbook(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as never)
  return book
}

function plain(value: ExcelJS.CellValue): string | number | null {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'object')
    // exceljs reads a cached zero as no result.
    return 'formula' in value ? ((value.result as number | undefined) ?? 0) : null
  return value as string | number
}
