import type { Refusal } from '#app/intake/sheet_refusals'

/** What is known of a sheet before its rows: titles as typed, the row that holds them, the tab. */
export interface SheetHead {
  headers: string[]
  /** 1-based, as the spreadsheet shows it; for CSV, the line of the file. */
  headerRow: number
  /** Name of the tab; empty for CSV, which has none. */
  sheetName: string
  format: 'csv' | 'xlsx'
}

/** One filled row below the header; empty rows are not delivered. */
export interface SheetRow {
  /** 1-based, as the spreadsheet shows it; for CSV, the line where the record starts. */
  rowNumber: number
  /** As many texts as there are headers; a missing cell is ''. */
  cells: string[]
  /** Positions of the cells in error (#N/A…, formula never computed): to refuse, never to read. */
  faults?: number[]
}

export interface Refused {
  refused: Refusal
}

/** The head comes first, then batches of rows; a refusal, at any moment, is the last part. */
export type SheetPart = { head: SheetHead } | { rows: SheetRow[] } | Refused
