import { createHash } from 'node:crypto'
import type { Posting } from '#app/ledger/posting'
import type { Day } from '#app/shared/day'

/** What the first entry follows: 32 zero bytes. */
export const GENESIS: Buffer = Buffer.alloc(32)

/** What an entry tells: a statement issued, what the bank did of a transfer, a funder's money received. */
export type EntryKind =
  | 'statement_issue'
  | 'transfer_execution'
  | 'transfer_return'
  | 'funder_receipt'
  | 'receipt_reversal'
  | 'debit_payment'

/** An entry as its hash sees it, postings in the order of their positions (1, 2…). */
export interface ChainedEntry {
  id: number
  kind: EntryKind
  journalCode: string
  journalLabel: string
  entryDate: Day
  pieceRef: string
  pieceDate: Day
  label: string
  /** Null for what concerns no statement. */
  statementId: number | null
  postings: Posting[]
}

/**
 * The bytes that the hash covers: a JSON array of fixed order in UTF-8, so that no two entries share
 * them, whatever their labels contain. The leading 1 is the version of this encoding. Its subject is there by its
 * `pieceRef`: identifiers come from sequences, which an interrupted issue leaves with a gap.
 */
export function canonicalEntry(entry: ChainedEntry, previousHash: Buffer): Buffer {
  return Buffer.from(
    JSON.stringify([
      1,
      previousHash.toString('hex'),
      entry.id,
      entry.kind,
      entry.journalCode,
      entry.journalLabel,
      entry.entryDate,
      entry.pieceRef,
      entry.pieceDate,
      entry.label,
      entry.postings.map((posting) => [
        posting.account,
        posting.accountLabel,
        posting.auxiliary,
        posting.auxiliaryLabel,
        posting.debit,
        posting.credit,
      ]),
    ])
  )
}

/** SHA-256 of the entry and of the hash of the one before: 32 bytes. */
export function entryHash(entry: ChainedEntry, previousHash: Buffer): Buffer {
  return createHash('sha256').update(canonicalEntry(entry, previousHash)).digest()
}
