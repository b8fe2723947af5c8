import { columnLetters, columnOf } from './cell_reference.ts'
import type { SheetLimits } from './limits.ts'
import { refuse } from './refuse.ts'
import type { RawRow } from './source.ts'
import { cellText, type CellContext } from './xlsx_cell.ts'
import { richText } from './xlsx_rich_text.ts'
import { xmlEvents, type XmlAttributes } from './xml_events.ts'

const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_383
const NEVER_COMPUTED = '#FORMULE NON CALCULÉE'

/**
 * The filled rows of a worksheet, in arrays as they come. Stops at the end of the data: merges and
 * drop-downs come after it and are not even read.
 */
export async function* xlsxRows(
  part: AsyncIterable<Buffer>,
  context: CellContext,
  limits: SheetLimits
): AsyncGenerator<RawRow[]> {
  const reader = rowReader(context, limits)
  const pieces = xmlEvents(part, reader, limits)
  try {
    for (;;) {
      const { done } = await pieces.next()
      yield reader.take()
      if (done || reader.ended()) return
    }
  } finally {
    await pieces.return(undefined)
  }
}

function rowReader(context: CellContext, limits: SheetLimits) {
  let rows: RawRow[] = []
  let row: RawRow = { rowNumber: 0, cells: [] }
  let inData = false
  let ended = false
  let inCell = false
  let inValue = false
  let hasFormula = false
  let column = -1
  let type = ''
  let style = ''
  let value = ''
  const inline = richText()

  function openRow(stated: string | undefined): void {
    const rowNumber = stated === undefined ? row.rowNumber + 1 : Number(stated)
    const follows = Number.isInteger(rowNumber) && rowNumber > row.rowNumber
    if (!follows || rowNumber > LAST_ROW) refuse('damaged')
    row = { rowNumber, cells: [] }
    column = -1
  }

  function openCell({ r: reference, t = '', s = '' }: XmlAttributes): void {
    const stated = reference === undefined ? column + 1 : columnOf(reference)
    if (stated === null || stated <= column || stated > LAST_COLUMN) refuse('damaged')
    column = stated
    inCell = true
    hasFormula = false
    type = t
    style = s
    value = ''
  }

  function closeCell(): void {
    inCell = false
    if (type === 'inlineStr') value = inline.take()
    const uncomputed = hasFormula && value === '' && type !== 'str'
    if (value === '' && !uncomputed) return
    const text = uncomputed ? NEVER_COMPUTED : cellText({ type, style, value }, context)
    if (text.length > limits.cellCharacters) {
      refuse('long_cell', row.rowNumber, limits.cellCharacters)
    }
    if (column >= limits.columns) {
      if (text.trim() !== '') row.far ??= columnLetters(column) + row.rowNumber
      return
    }
    while (row.cells.length < column) row.cells.push('')
    row.cells.push(text)
    if (uncomputed || type === 'e') (row.faults ??= []).push(column)
  }

  return {
    open(name: string, attributes: XmlAttributes): void {
      if (name === 'sheetData') inData = true
      else if (!inData) return
      else if (name === 'row') openRow(attributes.r)
      else if (name === 'c') openCell(attributes)
      else if (name === 'v') inValue = inCell
      else if (name === 'f') hasFormula = true
      else inline.open(name)
    },
    text(text: string): void {
      if (inValue) value += text
      else if (inCell) inline.text(text)
    },
    close(name: string): void {
      if (!inData) return
      if (name === 'v') inValue = false
      else if (name === 'c') closeCell()
      else if (name === 'row') {
        if (row.cells.length > 0 || row.far) rows.push(row)
      } else if (name === 'sheetData') {
        inData = false
        ended = true
      } else inline.close(name)
    },
    take(): RawRow[] {
      const taken = rows
      rows = []
      return taken
    },
    ended: () => ended,
  }
}
