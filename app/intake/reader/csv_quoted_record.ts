import { refuse } from './refuse.ts'

interface QuotedRecord {
  cells: string[]
  /** Offset of the "\n" that ends the record. */
  end: number
  nextLine: number
}

/**
 * The record that starts there and holds at least one quote; or, when the text stops before its end,
 * the line of the cell that goes on. Refuses a quote in the middle of a cell or after its closing.
 */
export function quotedRecord(
  text: string,
  start: number,
  firstLine: number,
  delimiter: string,
  longestCell: number
): QuotedRecord | number {
  const cells: string[] = []
  let line = firstLine
  let at = start
  for (;;) {
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1)
      if (close < 0) {
        if (text.length - at > 2 * longestCell) refuse('open_quote', line, longestCell)
        return line
      }
      const cell = text.slice(at + 1, close).replaceAll('""', '"')
      cells.push(cell)
      for (let n = cell.indexOf('\n'); n >= 0; n = cell.indexOf('\n', n + 1)) line++
      at = close + 1
      if (text[at] !== delimiter && text[at] !== '\n') refuse('stray_quote', line)
    } else {
      const end = cellEnd(text, at, delimiter)
      if (end < 0) return line
      const cell = text.slice(at, end)
      if (cell.includes('"')) refuse('stray_quote', line)
      cells.push(cell)
      at = end
    }
    if (text[at] === '\n') return { cells, end: at, nextLine: line + 1 }
    at++
  }
}

/** Offset of the quote that closes; -1 when the text stops first, or right after it. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at + 1 < text.length ? at : -1
}

function cellEnd(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at++) {
    const character = text[at]
    if (character === delimiter || character === '\n') return at
  }
  return -1
}
