/** One row as the file holds it, before the header is known. */
export interface RawRow {
  rowNumber: number
  cells: string[]
  faults?: number[]
  /** First filled cell beyond the last column that may be kept. */
  far?: string
}

/** One way to read the file (a visible tab, or a CSV separator) with its first filled rows. */
export interface Candidate {
  sheetName: string
  rows: RawRow[]
}

/** What was retained: which candidate, and where its table starts. */
export interface Choice {
  candidate: number
  headerRow: number
  width: number
}

/** A file that can be looked at, then read once, in arrays of rows as they come. */
export interface SheetSource {
  format: 'csv' | 'xlsx'
  maxRows: number
  candidates(): Promise<Candidate[]>
  rows(choice: Choice): AsyncIterable<RawRow[]> | Iterable<RawRow[]>
}
