/** What a stranger’s file may cost. Sizes in bytes, times in milliseconds, heap in megabytes. */
export interface SheetLimits {
  zipBytes: number
  zipEntries: number
  unpackedBytes: number
  unpackedRatio: number
  workbookRows: number
  csvRows: number
  columns: number
  cellCharacters: number
  sharedStrings: number
  sharedCharacters: number
  styles: number
  xmlDepth: number
  /** Markup without one complete tag: a giant text, comment, attribute or DOCTYPE. */
  xmlSilence: number
  headerSearch: number
  batchRows: number
  batchCharacters: number
  heapMb: number
  /** Longest wait for one part, and for all of them, the reader’s own work not counted. */
  partTime: number
  readingTime: number
}

export const SHEET_LIMITS: SheetLimits = {
  zipBytes: 10 * 1024 * 1024,
  zipEntries: 200,
  unpackedBytes: 200 * 1024 * 1024,
  unpackedRatio: 100,
  workbookRows: 200_000,
  csvRows: 2_000_000,
  columns: 200,
  cellCharacters: 10_000,
  sharedStrings: 1_000_000,
  sharedCharacters: 32 * 1024 * 1024,
  styles: 65_536,
  xmlDepth: 64,
  xmlSilence: 1024 * 1024,
  headerSearch: 20,
  batchRows: 1_000,
  batchCharacters: 256 * 1024,
  heapMb: 256,
  partTime: 4_500,
  readingTime: 60_000,
}
