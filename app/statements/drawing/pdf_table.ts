import { GREY, INKS, LINE, MIST, PETROL } from '#app/statements/drawing/pdf_palette'
import { PAGE, type Element, type Ink, type Sheet } from '#app/statements/drawing/pdf_sheet'

export interface Column {
  title: string
  width: number
  align?: 'left' | 'right'
}

/** `cells` fill the columns from the left; the first names the row, and may span several. */
export interface Row {
  tone: 'group' | 'body' | 'subtotal'
  cells: string[]
  span?: number
  /** Written small under the row, and read with its name. */
  note?: string | null
}

/** Room for a head and its first rows: a table does not start lower. */
export const TABLE_START = 62

const LEADING = 9.6
const PADDING = 1.4
const NOTE_LEADING = 8.5
/** Air above a group's title. */
const GROUP_AIR = 5

const TONES: Record<Row['tone'], { name: Ink; cell: Ink }> = {
  group: { name: INKS.group, cell: INKS.group },
  body: { name: INKS.body, cell: INKS.body },
  subtotal: { name: INKS.strongBody, cell: INKS.strongBody },
}

/**
 * Draws a table that may run over several pages: its head comes back on each, with the title of the
 * group that goes on, as artifacts (they are read once). A group's title never ends a page, and its
 * subtotal never starts one.
 */
export function drawTable(sheet: Sheet, parent: Element, columns: Column[], rows: Row[]): void {
  sheet.reserve(TABLE_START)
  const table = sheet.element(parent, 'Table')
  const edges = columnEdges(columns)
  let group: Row | null = null
  const outer = sheet.onBreak
  sheet.onBreak = () => {
    outer()
    sheet.artifact(() => drawHead(sheet, columns, edges, (_, write) => write()))
    if (group) {
      const { cells } = group
      sheet.artifact(() => sheet.write(`${cells[0]} (suite)`, PAGE.left, sheet.y + 9.5, INKS.group))
      sheet.y += LEADING + 2 * PADDING
    }
  }

  const head = sheet.element(table, 'TR')
  drawHead(sheet, columns, edges, (_, write) => sheet.tag(head, 'TH', write, { scope: 'Column' }))
  head.end()

  const layouts = rows.map((row) => layOut(sheet, columns, row))
  layouts.forEach((layout, i) => {
    const next = layouts[i + 1]
    const stays = layout.row.tone === 'group' || next?.row.tone === 'subtotal'
    if (layout.row.tone === 'group') group = null
    sheet.reserve(layout.height + (stays && next ? next.height : 0))
    if (layout.row.tone === 'group') group = layout.row
    if (layout.row.tone === 'subtotal') group = null
    drawRow(sheet, table, columns, edges, layout)
  })
  table.end()
  sheet.onBreak = outer
}

interface Layout {
  row: Row
  lines: string[][]
  notes: string[]
  height: number
}

function layOut(sheet: Sheet, columns: Column[], row: Row): Layout {
  const tone = TONES[row.tone]
  const span = row.span ?? 1
  const lines = row.cells.map((text, i) => {
    const width = i === 0 ? spanWidth(columns, span) : columns[i + span - 1]!.width
    return sheet.wrap(text, i === 0 ? tone.name : tone.cell, width - 6)
  })
  const count = lines.reduce((most, cell) => Math.max(most, cell.length), 1)
  const first = lines[0]!.length
  // A note may run under the other cells, unless they come down to its level.
  const room = spanWidth(columns, count > first ? span : columns.length) - 6
  const notes = row.note ? sheet.wrap(row.note, INKS.note, room) : []
  const text = Math.max(count * LEADING, first * LEADING + notes.length * NOTE_LEADING)
  const air = (row.tone === 'group' ? GROUP_AIR : 0) + (notes.length > 0 ? 1 : 0)
  return { row, lines, notes, height: text + 2 * PADDING + air }
}

function drawRow(
  sheet: Sheet,
  table: Element,
  columns: Column[],
  edges: number[],
  layout: Layout
): void {
  const { row, lines, notes, height } = layout
  const tone = TONES[row.tone]
  const span = row.span ?? 1
  const element = sheet.element(table, 'TR')
  const baseline = sheet.y + PADDING + 7.5 + (row.tone === 'group' ? GROUP_AIR : 0)
  if (row.tone === 'subtotal') {
    sheet.artifact(() => sheet.fill(PAGE.left, sheet.y, PAGE.right - PAGE.left, height, MIST))
  }
  lines.forEach((cell, i) => {
    const at = i === 0 ? 0 : i + span - 1
    const right = columns[at]!.align === 'right' && i > 0
    const x = right ? edges[at + 1]! : edges[at]!
    const draw = () => {
      if (right) sheet.write(cell.join(' '), x, baseline, tone.cell, 'right')
      else sheet.writeLines(cell, x, baseline, LEADING, i === 0 ? tone.name : tone.cell)
      if (i > 0 || notes.length === 0) return
      const under = baseline + cell.length * LEADING - 0.8
      sheet.writeLines(notes, x, under, NOTE_LEADING, INKS.note)
    }
    if (i === 0) sheet.tag(element, 'TH', draw, { scope: 'Row', span })
    else sheet.tag(element, 'TD', draw)
  })
  element.end()
  sheet.y += height
  sheet.rule(PAGE.left, sheet.y, PAGE.right - PAGE.left, row.tone === 'group' ? PETROL : LINE)
}

function drawHead(
  sheet: Sheet,
  columns: Column[],
  edges: number[],
  each: (column: Column, write: () => void) => void
): void {
  const baseline = sheet.y + 10
  columns.forEach((column, i) => {
    const right = column.align === 'right'
    const x = right ? edges[i + 1]! : edges[i]!
    each(column, () => sheet.write(column.title, x, baseline, INKS.head, right ? 'right' : 'left'))
  })
  sheet.y += 15
  sheet.rule(PAGE.left, sheet.y, PAGE.right - PAGE.left, GREY, 0.8)
}

function columnEdges(columns: Column[]): number[] {
  let x = PAGE.left
  return [x, ...columns.map((column) => (x += column.width))]
}

function spanWidth(columns: Column[], span: number): number {
  return columns.slice(0, span).reduce((width, column) => width + column.width, 0)
}
