import { normaliseKey } from '#app/shared/french_parse'
import { columnLetters } from '#app/intake/reader/cell_reference'
import type { Candidate, Choice, RawRow } from '#app/intake/reader/source'
import { refusal, type Refusal } from '#app/intake/sheet_refusals'
import type { Refused } from '#app/intake/sheet'

const ENOUGH = 2
const LISTED = 12

export interface FoundHeader extends Choice {
  headers: string[]
}

/**
 * Picks the row of titles: the first that holds two known ones, in the order of the tabs, else the
 * best one. Titles compare by normaliseKey. Refuses when no row holds any, when it is too wide, and
 * when two titles are the same. With no title known at all, the first row with two filled cells is theirs.
 */
export function findHeader(
  candidates: Candidate[],
  known: readonly string[],
  limits: { columns: number; headerSearch: number }
): FoundHeader | Refused {
  const best = bestRow(candidates, new Set(known.map(normaliseKey)))
  if (!best) return { refused: refusal('no_header', limits.headerSearch, wanted(known)) }
  const { candidate, row } = best
  const width = row.cells.findLastIndex((cell) => cell.trim() !== '') + 1
  if (width > limits.columns || row.far !== undefined) {
    return { refused: refusal('too_many_columns', row.rowNumber, limits.columns) }
  }
  const headers = row.cells.slice(0, width)
  const twice = sameTitle(headers)
  return twice ? { refused: twice } : { candidate, headerRow: row.rowNumber, width, headers }
}

function wanted(known: readonly string[]): string {
  return known.slice(0, LISTED).join(', ') + (known.length > LISTED ? '…' : '')
}

function bestRow(candidates: Candidate[], known: ReadonlySet<string>) {
  let best: { candidate: number; row: RawRow; matches: number } | null = null
  const counts = (key: string) => (known.size === 0 ? key !== '' : known.has(key))
  for (const [candidate, { rows }] of candidates.entries()) {
    for (const row of rows) {
      const matches = new Set(row.cells.map(normaliseKey).filter(counts)).size
      if (matches > (best?.matches ?? 0)) best = { candidate, row, matches }
      if (matches >= ENOUGH) return best
    }
  }
  return best
}

function sameTitle(headers: string[]): Refusal | null {
  const seen = new Map<string, number>()
  for (const [column, header] of headers.entries()) {
    const key = normaliseKey(header)
    const first = seen.get(key)
    if (key !== '' && first !== undefined) {
      return refusal('same_header', columnLetters(first), columnLetters(column), header.trim())
    }
    seen.set(key, column)
  }
  return null
}
