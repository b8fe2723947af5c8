import type { Trx } from '#app/shared/transaction'

/** A column of the file that people fill: its canonical title, and what the template says of it. */
export interface ImportColumn {
  /** Canonical title: 'date_saisine'. Compared with the file's titles by `normaliseKey`. */
  key: string
  required: boolean
  /** What the column accepts, in French, for the template and the messages. */
  accepts: string
  kind: 'text' | 'day' | 'quantity' | 'amount' | 'yes_no'
  /** Other titles seen in offices, normalised. */
  synonyms?: readonly string[]
}

/** One thing wrong in a file: where it stands, what was read there, and how to mend it. */
export interface ImportProblem {
  rowNumber: number
  column: string
  /** As typed; empty when it must not be repeated (a victim's name or number). */
  value: string
  message: string
  remedy: string
}

/** The cells of one row, read by canonical title; '' when the file has no such column or the cell is empty. */
export type ReadCell = (key: string) => string

export type NotedProblem = Omit<ImportProblem, 'rowNumber'>

/** What one import in progress does with its rows. Everything happens in the transaction it was opened with. */
export interface ImportSink {
  /** Checks one row and keeps it aside when it is sound. */
  take(
    rowNumber: number,
    read: ReadCell,
    note: (problem: NotedProblem) => void
  ): void | Promise<void>
  /** After the last row: what only the whole file, or the database, can tell. Rows at fault are dropped. */
  settle(): Promise<ImportProblem[]>
  /** Gives everything up: the file is refused before its end. */
  abandon(): Promise<void>
  /** Writes the rows kept aside. */
  apply(importId: number): Promise<{ created: number; unchanged: number }>
}

/** One kind of file: its columns, how it is taken in, and how an import of it is undone. */
export interface ImportKind {
  kind: 'associations' | 'baremes' | 'saisines' | 'fiches'
  /** Columns of the kind; for fiches, one for each service that a convention pays. */
  columns(conventionCode?: string): Promise<ImportColumn[]>
  open(trx: Trx, options: { actorId: number; at: Date }): Promise<ImportSink>
  /** Why the import cannot be undone any more, in French; null when nothing of it is used. */
  usedBy(trx: Trx, importId: number): Promise<string | null>
  undo(trx: Trx, importId: number): Promise<void>
}
