import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { stringify } from 'csv-stringify/sync'
import { decimalFromCents } from '#app/shared/cents'
import { attachment, XLSX } from '#app/shared/screens/attachment'
import { cellOf } from '#app/shared/screens/list_cell'
import type { Column, List } from '#app/shared/screens/list'
import { narrow, orderBy, readListQuery } from '#app/shared/screens/list_query'
import { rows } from '#app/shared/rows'

const BATCH = 2000
/** Excel has no more rows. */
const MOST_ROWS = 1_048_575

/** Sends all the rows that the filters leave, in their order, as one file. */
export async function sendList<Row extends object>(
  ctx: Pick<HttpContext, 'request' | 'response'>,
  list: List<Row>,
  format: 'csv' | 'xlsx'
) {
  const address = ctx.request.qs()
  const name = `${list.name}.${format}`
  if (format === 'csv') {
    return attachment(ctx, name, 'text/csv; charset=utf-8').stream(
      Readable.from(csvOf(list, address))
    )
  }
  return attachment(ctx, name, XLSX).send(await workbookOf(list, address))
}

async function* csvOf<Row extends object>(list: List<Row>, address: Record<string, unknown>) {
  const line = (cells: readonly string[]) =>
    stringify([cells], { delimiter: ';', record_delimiter: 'windows', escape_formulas: true })
  yield `\ufeff${line(list.columns.map(({ label }) => label))}`
  for await (const batch of batches(list, address)) {
    yield batch.map((one) => line(list.columns.map((column) => plain(column, one)))).join('')
  }
}

/** Amounts as figures that a French Excel reads; the rest as on the page. */
function plain<Row extends object>(column: Column<Row>, row: Row): string {
  const value: unknown = row[column.key]
  if (column.kind === 'cents' && value !== null)
    return decimalFromCents(value as number).replace('.', ',')
  if (column.kind === 'number' && value !== null) return String(value)
  return cellOf(column, row).text
}

async function workbookOf<Row extends object>(
  list: List<Row>,
  address: Record<string, unknown>
): Promise<Buffer> {
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet(list.caption.replaceAll(/[*?:\\/[\]']/g, ' ').slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 1 }],
  })
  sheet.addRow(list.columns.map(({ label }) => label)).font = { bold: true }
  for (const [index, { kind }] of list.columns.entries()) {
    const column = sheet.getColumn(index + 1)
    column.width = kind === 'text' || kind === undefined ? 28 : 16
    if (kind === 'cents') column.numFmt = '#,##0.00 "€"'
    if (kind === 'day') column.numFmt = 'dd/mm/yyyy'
  }
  for await (const batch of batches(list, address)) {
    for (const one of batch) sheet.addRow(list.columns.map((column) => valueOf(column, one)))
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: list.columns.length } }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

function valueOf<Row extends object>(column: Column<Row>, row: Row): string | number | Date | null {
  const value: unknown = row[column.key]
  if (value === null) return null
  if (column.kind === 'cents') return (value as number) / 100
  if (column.kind === 'number') return value as number
  if (column.kind === 'day') return new Date(`${String(value).slice(0, 10)}T00:00:00Z`)
  return cellOf(column, row).text
}

/** Rows a batch at a time, all seen at the same instant. */
async function* batches<Row extends object>(
  list: List<Row>,
  address: Record<string, unknown>
): AsyncGenerator<Row[]> {
  const query = readListQuery(list, address)
  const { sql, bindings } = narrow(list, query)
  const trx = await db.transaction({ isolationLevel: 'repeatable read' })
  try {
    await trx.rawQuery(
      `DECLARE listed CURSOR FOR ${sql} ${orderBy(query)} LIMIT ${MOST_ROWS}`,
      bindings as never[]
    )
    for (;;) {
      const batch = await rows<Row>(`FETCH ${BATCH} FROM listed`, [], trx)
      if (batch.length === 0) return
      yield batch
    }
  } finally {
    await trx.rollback()
  }
}
