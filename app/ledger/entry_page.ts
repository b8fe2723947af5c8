import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { row, rows } from '#app/shared/rows'

interface EntryFacts {
  id: number
  journalCode: string
  journalLabel: string
  entryDate: Day
  pieceRef: string
  pieceDate: Day
  label: string
  statementId: number
  previousHash: string
  hash: string
}

/** An entry with its postings and its links of the chain; null when there is no such entry. */
export async function readEntryPage(id: number) {
  const entry = await row<EntryFacts>(
    `SELECT id, journal_code AS "journalCode", journal_label AS "journalLabel", entry_date AS "entryDate",
       piece_ref AS "pieceRef", piece_date AS "pieceDate", label, statement_id AS "statementId",
       encode(previous_hash, 'hex') AS "previousHash", encode(hash, 'hex') AS hash
     FROM journal_entries WHERE id = ?`,
    [id]
  )
  return entry && { entry, postings: await postingsOf(id) }
}

function postingsOf(entryId: number) {
  return rows<{
    account: string
    accountLabel: string
    auxiliary: string | null
    auxiliaryLabel: string | null
    debitCents: Cents
    creditCents: Cents
  }>(
    `SELECT account, account_label AS "accountLabel", auxiliary, auxiliary_label AS "auxiliaryLabel",
       debit_cents AS "debitCents", credit_cents AS "creditCents"
     FROM journal_postings WHERE entry_id = ? ORDER BY position`,
    [entryId]
  )
}
