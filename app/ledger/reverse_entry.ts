import type { EntryKind } from '#app/ledger/chain'
import { postEntry, type PostedEntry } from '#app/ledger/post_entry'
import type { Posting } from '#app/ledger/posting'
import type { Day } from '#app/shared/day'
import { row, rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

interface ReversibleEntry {
  id: number
  kind: EntryKind
  statementId: number
  journalCode: string
  journalLabel: string
  pieceRef: string
  label: string
}

/**
 * Takes back the living entry of a transfer by a new one, its sides exchanged, on that day or on the first one that is
 * open: what was posted stays as it is. Throws when there is none.
 */
export async function reverseEntry(
  trx: Trx,
  { transferId, kind, on }: { transferId: number; kind: EntryKind; on: Day }
): Promise<PostedEntry> {
  const entry = await row<ReversibleEntry>(
    `SELECT id, kind, statement_id AS "statementId", journal_code AS "journalCode", journal_label AS "journalLabel",
       piece_ref AS "pieceRef", label
     FROM journal_entries e WHERE transfer_id = ? AND kind = ? AND reverses_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM journal_entries r WHERE r.reverses_id = e.id)`,
    [transferId, kind],
    trx
  )
  if (!entry) throw new Error(`No entry to reverse of the transfer ${transferId}`)
  const postings = await rows<Posting>(
    `SELECT account, account_label AS "accountLabel", auxiliary, auxiliary_label AS "auxiliaryLabel",
       credit_cents AS debit, debit_cents AS credit
     FROM journal_postings WHERE entry_id = ? ORDER BY position`,
    [entry.id],
    trx
  )
  const { id: reversesId, label, ...rest } = entry
  return postEntry(trx, {
    ...rest,
    transferId,
    reversesId,
    entryDate: on,
    pieceDate: on,
    label: `Contre-passation\u00a0: ${label}`,
    postings,
  })
}
