import type { ChainedEntry } from '#app/ledger/chain'
import { copyOut } from '#app/shared/copy'
import type { Day } from '#app/shared/day'
import type { Trx } from '#app/shared/transaction'

/** An entry as it stands in the database. */
export interface JournalEntry extends ChainedEntry {
  /** 32 bytes each. */
  previousHash: Buffer
  hash: Buffer
  /** Stored positions of the postings, in their order: 1, 2… when nobody touched them. */
  positions: number[]
  /** Of each posting, what letters it; null while it is open. */
  letters: (Letter | null)[]
  /** The day its period was closed; null while it is open. */
  validatedOn: Day | null
}

/** « AA », on the day it was lettered. */
export interface Letter {
  code: string
  on: Day
}

/** Both days are included. */
export interface JournalSpan {
  from?: Day
  until?: Day
}

/** Streams the journal in the order of its numbers, with constant memory. */
export async function* readJournal(trx: Trx, span: JournalSpan = {}): AsyncGenerator<JournalEntry> {
  let entry: JournalEntry | null = null
  for await (const batch of copyOut(trx, journalQuery(span))) {
    for (const cells of batch) {
      if (entry?.id !== Number(cells[0])) {
        if (entry) yield entry
        entry = entryFrom(cells)
      }
      addPosting(entry, cells)
    }
  }
  if (entry) yield entry
}

// Days are written into the text: COPY takes no bindings. They were checked by `isDay`.
function journalQuery({ from, until }: JournalSpan): string {
  return `
    SELECT e.id, e.kind, e.journal_code, e.journal_label, to_char(e.entry_date, 'YYYY-MM-DD'), e.piece_ref,
      to_char(e.piece_date, 'YYYY-MM-DD'), e.label, e.statement_id, encode(e.previous_hash, 'hex'), encode(e.hash, 'hex'),
      p.position, p.account, p.account_label, p.auxiliary, p.auxiliary_label, p.debit_cents, p.credit_cents,
      t.code, to_char(t.lettered_on, 'YYYY-MM-DD'),
      to_char((SELECT closed_at AT TIME ZONE 'Europe/Paris' FROM period_closures
        WHERE until >= e.entry_date ORDER BY until LIMIT 1), 'YYYY-MM-DD')
    FROM journal_entries e LEFT JOIN journal_postings p ON p.entry_id = e.id
    LEFT JOIN lettered_postings l ON l.entry_id = p.entry_id AND l.position = p.position
    LEFT JOIN letterings t ON t.id = l.lettering_id
    WHERE e.entry_date BETWEEN '${from ?? '-infinity'}' AND '${until ?? 'infinity'}'
    ORDER BY e.id, p.position`
}

function entryFrom(cells: (string | null)[]): JournalEntry {
  return {
    id: Number(cells[0]),
    kind: cells[1] as JournalEntry['kind'],
    journalCode: cells[2]!,
    journalLabel: cells[3]!,
    entryDate: cells[4]!,
    pieceRef: cells[5]!,
    pieceDate: cells[6]!,
    label: cells[7]!,
    statementId: cells[8] === null ? null : Number(cells[8]),
    previousHash: Buffer.from(cells[9]!, 'hex'),
    hash: Buffer.from(cells[10]!, 'hex'),
    positions: [],
    letters: [],
    validatedOn: cells[20] ?? null,
    postings: [],
  }
}

function addPosting(entry: JournalEntry, cells: (string | null)[]): void {
  if (cells[11] === null) return
  entry.positions.push(Number(cells[11]))
  entry.letters.push(cells[18] ? { code: cells[18], on: cells[19]! } : null)
  entry.postings.push({
    account: cells[12]!,
    accountLabel: cells[13]!,
    auxiliary: cells[14] ?? null,
    auxiliaryLabel: cells[15] ?? null,
    debit: Number(cells[16]),
    credit: Number(cells[17]),
  })
}
