import ExcelJS from 'exceljs'

export type BareSheet = { name: string; rows: ExcelJS.CellValue[][] }

/** What a workbook holds, sheet by sheet. */
export async function readSheets(bytes: Uint8Array): Promise<BareSheet[]> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(bytes) as never)
  return workbook.worksheets.map((sheet) => {
    const rows: ExcelJS.CellValue[][] = []
    sheet.eachRow({ includeEmpty: true }, ({ values }) => {
      rows.push((values as ExcelJS.CellValue[]).slice(1))
    })
    return { name: sheet.name, rows }
  })
}

/** Writes the same cells with exceljs as its manual shows it: no style, no width, no frozen title. */
export async function bareWorkbook(sheets: readonly BareSheet[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  for (const { name, rows } of sheets) workbook.addWorksheet(name).addRows(rows)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
