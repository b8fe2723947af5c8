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
  statementId: number | null
  /** The day its period was closed; null while it is open. */
  validatedAt: Date | null
  previousHash: string
  hash: string
}

/** An entry with its postings and its links of the chain; null when there is no such entry. */
export async function readEntryPage(id: number) {
  const entry = await row<EntryFacts>(
    `SELECT id, journal_code AS "journalCode", journal_label AS "journalLabel", entry_date AS "entryDate",
       piece_ref AS "pieceRef", piece_date AS "pieceDate", label, statement_id AS "statementId",
       (SELECT closed_at FROM period_closures WHERE until >= entry_date ORDER BY until LIMIT 1) AS "validatedAt",
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
    letter: string | null
  }>(
    `SELECT p.account, account_label AS "accountLabel", p.auxiliary, auxiliary_label AS "auxiliaryLabel",
       debit_cents AS "debitCents", credit_cents AS "creditCents", t.code AS letter
     FROM journal_postings p LEFT JOIN lettered_postings l USING (entry_id, position)
     LEFT JOIN letterings t ON t.id = l.lettering_id WHERE entry_id = ? ORDER BY position`,
    [entryId]
  )
}
