import { chainHead } from '#app/ledger/chain_head'
import { openDay } from '#app/ledger/open_day'
import { entryHash, type ChainedEntry } from '#app/ledger/chain'
import type { Posting } from '#app/ledger/posting'
import { sumCents } from '#app/shared/cents'
import { rows } from '#app/shared/rows'
import { lock, type Trx } from '#app/shared/transaction'

/** An entry to post: its number and its hash come from the chain. */
export interface EntryDraft extends Omit<ChainedEntry, 'id'> {
  /** With the statement that the transfer pays. */
  transferId?: number
  receiptId?: number
  /** The entry of the same transfer that it takes back. */
  reversesId?: number
}

export interface PostedEntry {
  id: number
  /** SHA-256, 32 bytes. */
  hash: Buffer
}

/**
 * Appends an entry to the chain, in the caller's transaction, which holds the lock « ledger » until it
 * ends. A fact of a closed period is booked on the first open day, its piece keeping its own. Throws on an
 * unbalanced entry, and on a second entry of the same fact.
 */
export async function postEntry(trx: Trx, draft: EntryDraft): Promise<PostedEntry> {
  assertBalanced(draft.postings)
  await lock(trx, 'ledger')
  const head = await chainHead(trx)
  const entry = { ...draft, id: head.id + 1, entryDate: await openDay(trx, draft.entryDate) }
  const hash = entryHash(entry, head.hash)
  await insert(trx, entry, head.hash, hash)
  return { id: entry.id, hash }
}

function assertBalanced(postings: readonly Posting[]): void {
  const debit = sumCents(postings.map((posting) => posting.debit))
  const credit = sumCents(postings.map((posting) => posting.credit))
  if (postings.length < 2 || debit !== credit) {
    throw new RangeError(`Not a balanced entry: debit ${debit}, credit ${credit}`)
  }
}

async function insert(
  trx: Trx,
  entry: EntryDraft & ChainedEntry,
  previousHash: Buffer,
  hash: Buffer
) {
  await rows(
    `WITH entry AS (
       INSERT INTO journal_entries (id, kind, journal_code, journal_label, entry_date, piece_ref, piece_date,
         label, statement_id, transfer_id, receipt_id, reverses_id, previous_hash, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id)
     INSERT INTO journal_postings
       (entry_id, position, account, account_label, auxiliary, auxiliary_label, debit_cents, credit_cents)
     SELECT entry.id, posting.position, p.account, p."accountLabel", p.auxiliary, p."auxiliaryLabel", p.debit, p.credit
     FROM entry, jsonb_array_elements(?::jsonb) WITH ORDINALITY AS posting (content, position),
       jsonb_to_record(posting.content) AS p (account text, "accountLabel" text, auxiliary text,
         "auxiliaryLabel" text, debit bigint, credit bigint)`,
    [
      entry.id,
      entry.kind,
      entry.journalCode,
      entry.journalLabel,
      entry.entryDate,
      entry.pieceRef,
      entry.pieceDate,
      entry.label,
      entry.statementId,
      entry.transferId ?? null,
      entry.receiptId ?? null,
      entry.reversesId ?? null,
      previousHash,
      hash,
      JSON.stringify(entry.postings),
    ],
    trx
  )
}
