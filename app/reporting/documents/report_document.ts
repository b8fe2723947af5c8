import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import type { StatementFederation } from '#app/statements/content/statement_data'

/** A value of a report: `null` where there is nothing to say, 'masked' where it may not be said. */
export type ReportCell =
  | { kind: 'text'; value: string }
  | { kind: 'count'; value: number }
  | { kind: 'amount'; value: Cents }
  | { kind: 'share'; value: number }
  | { kind: 'masked' }
  | null

export interface ReportColumn {
  title: string
  /** Points of a page, 495 for a whole table. */
  width: number
  /** What its cells are, masked or empty ones apart. */
  kind: 'text' | 'count' | 'amount' | 'share'
}

export interface ReportRow {
  tone: 'body' | 'group' | 'total'
  /** The first names the row. */
  cells: ReportCell[]
  /** The list whose things the row counts, on the page only; and those of its cells, by rank, the name left out. */
  href?: string
  cellHrefs?: readonly string[]
}

export interface ReportTable {
  caption: string
  columns: ReportColumn[]
  rows: ReportRow[]
}

/** One bar of a drawing; without a value when it is masked. */
export interface ReportBar {
  label: string
  value: number | null
  text: string
}

export interface ReportSection {
  title: string
  sentences: string[]
  /** Drawn over the table, which says the same. */
  bars?: ReportBar[]
  table?: ReportTable
}

/** What a report says: its page, its PDF and its workbook all come from here, and cannot disagree. */
export interface ReportDocument {
  title: string
  /** Under the title: the convention, the period. */
  subtitle: string
  /** Of the files, without their extension. */
  fileName: string
  /** The day that the files carry: the same report gives the same bytes. */
  on: Day
  fictitious: boolean
  federation: StatementFederation
  sections: ReportSection[]
  /** SHA-256 of the journal’s last entry when the report was made, 64 hexadecimal digits. */
  chainHead: string
}

export const MASKED = { kind: 'masked' } as const

export function text(value: string): ReportCell {
  return { kind: 'text', value }
}

/** A number of persons; null when it is masked. */
export function count(value: number | null): ReportCell {
  return value === null ? MASKED : { kind: 'count', value }
}

/** An amount; null when it is masked. */
export function amount(value: Cents | null): ReportCell {
  return value === null ? MASKED : { kind: 'amount', value }
}
