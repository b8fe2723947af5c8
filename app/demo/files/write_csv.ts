import { writeFileSync } from 'node:fs'
import type { Cell } from '#app/demo/files/cell'
import { encodeText } from '#app/demo/files/encode_text'
import type { CsvHabit } from '#app/demo/files/sheet_habit'
import { typedDay } from '#app/demo/files/typed_day'

/** Writes titles and rows as CSV with Windows line ends; an empty row keeps its separators. */
export function writeCsv(
  path: string,
  habit: CsvHabit,
  titles: readonly string[],
  rows: ReadonlyArray<readonly Cell[]>
): void {
  const quoted = new RegExp(`["\\n${habit.separator}]`)
  const written = (cell: Cell): string => {
    const text = plain(cell, habit)
    return quoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  const lines = [titles, ...rows].map((cells) => cells.map(written).join(habit.separator))
  writeFileSync(path, encodeText(`${lines.join('\r\n')}\r\n`, habit.encoding))
}

function plain(cell: Cell, { days, decimals }: CsvHabit): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  return typeof cell === 'number' ? `${cell}${decimals ?? ''}` : typedDay(cell.day, days)
}
