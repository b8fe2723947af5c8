import ExcelJS from 'exceljs'
import type { Cell } from '#app/demo/files/cell'
import type { XlsxHabit } from '#app/demo/files/sheet_habit'
import { typedDay } from '#app/demo/files/typed_day'

type Habit = Pick<XlsxHabit, 'days' | 'calendar1904'> & { readonly heading?: string }

/** Writes titles and rows as a workbook of one tab, streamed unless its calendar is of 1904. */
export async function writeXlsx(
  path: string,
  habit: Habit,
  titles: readonly string[],
  rows: ReadonlyArray<readonly Cell[]>
): Promise<void> {
  if (habit.calendar1904) {
    // The streaming writer knows the calendar of 1900 only.
    const workbook = new ExcelJS.Workbook()
    workbook.properties.date1904 = true
    fill(workbook.addWorksheet('Feuil1'), habit, titles, rows)
    await workbook.xlsx.writeFile(path)
    return
  }
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: path,
    useStyles: true,
    zip: { zlib: { level: 1 } },
  })
  fill(workbook.addWorksheet('Feuil1'), habit, titles, rows)
  await workbook.commit()
}

function fill(
  sheet: ExcelJS.Worksheet,
  habit: Habit,
  titles: readonly string[],
  rows: ReadonlyArray<readonly Cell[]>
): void {
  const add = (cells: readonly unknown[]) => sheet.addRow(cells).commit()
  sheet.columns = titles.map((_, i) =>
    rows.some((row) => isDay(row[i]))
      ? { width: 14, style: { numFmt: 'dd/mm/yyyy' } }
      : { width: 18 }
  )
  if (habit.heading !== undefined) {
    add([habit.heading])
    add([])
  }
  add(titles)
  for (const row of rows) add(row.map((cell) => value(cell, habit)))
}

function value(cell: Cell, { days }: Habit): string | number | Date | null {
  if (!isDay(cell)) return cell
  return days === 'dates' ? new Date(`${cell.day}T00:00:00Z`) : typedDay(cell.day, days)
}

function isDay(cell: Cell | undefined): cell is Extract<Cell, object> {
  return typeof cell === 'object' && cell !== null
}
