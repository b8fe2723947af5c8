import type { Cell, CellKind, Column } from '#app/shared/screens/list'
import { formatInstant } from '#app/shared/format_instant'
import { formatAmount, formatDay, formatNumber } from '#app/shared/french_format'

/** Class of the style sheet: figures stand to the right, days and codes do not break. */
const LOOKS: Readonly<Record<CellKind, string>> = {
  text: '',
  code: 'code',
  day: 'day',
  instant: 'day',
  cents: 'figure',
  number: 'figure',
  state: '',
}

export function lookOf({ kind = 'text' }: { kind?: CellKind }): string {
  return LOOKS[kind]
}

/** A value in words, as the page and the files show it; nothing known is an empty cell, never a zero. */
export function cellOf<Row extends object>(column: Column<Row>, row: Row): Cell {
  const value: unknown = row[column.key]
  const state = column.states?.[String(value)]
  const text = column.words?.(row) ?? state?.label ?? textOf(value, column)
  return {
    text,
    look: lookOf(column),
    tone: state?.tone ?? null,
    href: (text && column.href?.(row)) || null,
    heads: !!column.heads && text !== '',
  }
}

function textOf<Row>(value: unknown, { kind, key }: Column<Row>): string {
  if (value === null || value === undefined) return ''
  switch (kind) {
    case 'cents':
      return formatAmount(value as number)
    case 'number':
      return formatNumber(value as number)
    case 'day':
      return formatDay(String(value).slice(0, 10))
    case 'instant':
      return formatInstant(value as Date)
    case 'state':
      // A code without words would reach the page: better to fail in a test.
      throw new Error(`No label for « ${String(value)} » in the column ${key}`)
    default:
      return Array.isArray(value) ? value.join(', ') : String(value)
  }
}
