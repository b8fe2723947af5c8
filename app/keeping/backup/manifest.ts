/** Version of the layout of the archive: a reader refuses those that it does not know. */
export const FORMAT = 1

/** What a table holds in the archive, as COPY wrote it (text format, UTF-8). */
export interface KeptTable {
  name: string
  columns: string[]
  rows: number
  sha256: string
}

/** The next number of a column, as its sequence stood. */
export interface KeptSequence {
  table: string
  column: string
  last: number
  used: boolean
}

/** A file of the archive of documents. */
export interface KeptDocument {
  key: string
  bytes: number
  sha256: string
}

/** Control totals, in cents when they are amounts, and the head of the chain: equal after a restoration. */
export interface Figures {
  saisines: number
  forms: number
  lines: number
  linesCents: number
  statements: number
  statementsCents: number
  transfers: number
  transfersCents: number
  entries: number
  debitCents: number
  creditCents: number
  /** Number of the last entry and its SHA-256 in hexadecimal. */
  chainHead: { id: number; hash: string }
}

/** What `ledger:check` found at the instant of the backup: breaches by invariant, without those that hold. */
export type Breaches = Readonly<Record<string, number>>

/** `manifest.json`, written last; the archive ends with the SHA-256 of all its bytes before. */
export interface Manifest {
  format: number
  madeAt: string
  versions: { product: string; node: string; postgres: string }
  /** Names of the migrations of the schema, in their order. */
  migrations: string[]
  /** Fingerprint of the key that sealed the bank accounts; the key itself is not in the archive. */
  key: string
  tables: KeptTable[]
  sequences: KeptSequence[]
  documents: KeptDocument[]
  figures: Figures
  breaches: Breaches
}

/** Where each thing stands in the archive. */
export const MANIFEST = 'manifest.json'
export const tablePart = (name: string) => `base/${name}.copy`
export const documentPart = (key: string) => `documents/${key}`
