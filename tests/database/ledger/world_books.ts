import drive from '@adonisjs/drive/services/main'
import { postEntry } from '#app/ledger/post_entry'
import type { Posting } from '#app/ledger/posting'
import { receiptPostings } from '#app/ledger/receipts/receipt_postings'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

const BANK = { account: '512', label: 'Banque' }

/**
 * What the bank answered of the transfers of the valid world, and the books of it: REL-2026-000001 and 000002 are
 * executed on 12 October, the second comes back on the 20th; an instalment of 500,00 € is received on 2 April; 000001
 * and 000002 are lettered with their execution, and the first half of the year is closed.
 *
 * The first campaign is said to share an envelope that was enough for it.
 *
 *   entries 5 and 6: executions; 7: the return; 8: the instalment, received in April and booked after the closure
 */
export async function worldBooks(trx: Trx): Promise<void> {
  await drive.use().put('bank/1.xml', 'extrait')
  await rows(ANSWERS, [], trx)
  const moves = [
    { id: 1, statementId: 1, cents: 30_000, day: '2026-10-12', code: 'AV01', name: 'Alpha' },
    { id: 2, statementId: 2, cents: 4500, day: '2026-10-12', code: 'AV71', name: 'Bêta' },
  ]
  for (const { id, statementId, cents, day, code, name } of moves) {
    await move(trx, id, 'executed', day)
    await moneyEntry(trx, 'transfer_execution', id, statementId, day, [
      {
        account: '4671',
        accountLabel: 'Associations',
        auxiliary: code,
        auxiliaryLabel: name,
        debit: cents,
        credit: 0,
      },
      {
        account: '512',
        accountLabel: 'Banque',
        auxiliary: null,
        auxiliaryLabel: null,
        debit: 0,
        credit: cents,
      },
    ])
  }
  await rows(LETTERS, [], trx)
  await move(trx, 2, 'returned', '2026-10-20')
  await moneyEntry(trx, 'transfer_return', 2, 2, '2026-10-20', [
    {
      account: '512',
      accountLabel: 'Banque',
      auxiliary: null,
      auxiliaryLabel: null,
      debit: 4500,
      credit: 0,
    },
    {
      account: '4671',
      accountLabel: 'Associations',
      auxiliary: 'AV71',
      auxiliaryLabel: 'Bêta',
      debit: 0,
      credit: 4500,
    },
  ])
  await rows(CLOSURE, [], trx)
  await postEntry(trx, {
    kind: 'funder_receipt',
    statementId: null,
    receiptId: 1,
    journalCode: 'BQ',
    journalLabel: 'Banque',
    entryDate: '2026-04-02',
    pieceRef: 'VRST-1',
    pieceDate: '2026-04-02',
    label: 'Versement ESSAI-2026',
    postings: receiptPostings(50_000, BANK, { account: '441', label: 'Financeur' }),
  })
}

async function move(trx: Trx, transferId: number, state: string, day: string): Promise<void> {
  const part = state === 'executed' ? transferId : 3
  await rows(
    `INSERT INTO transfer_moves (transfer_id, state, moved_on, part_id, matched, moved_by, moved_at)
       VALUES (?, ?, ?, ?, 'reference', 1, '2026-10-21Z')`,
    [transferId, state, day, part],
    trx
  )
}

async function moneyEntry(
  trx: Trx,
  kind: 'transfer_execution' | 'transfer_return',
  transferId: number,
  statementId: number,
  day: string,
  postings: Posting[]
): Promise<void> {
  await postEntry(trx, {
    kind,
    statementId,
    transferId,
    journalCode: 'BQ',
    journalLabel: 'Banque',
    entryDate: day,
    pieceRef: `REL-2026-00000${statementId}`,
    pieceDate: day,
    label: `Virement REL-2026-00000${statementId}`,
    postings,
  })
}

const ANSWERS = `
  INSERT INTO run_shares (run_id, left_cents, due_cents) VALUES (1, 34500, 35000);
  INSERT INTO bank_files (id, sha256, file_key, file_name, size_bytes, format, kind, version, imported_by, imported_at)
    OVERRIDING SYSTEM VALUE VALUES
    (1, sha256('extrait'), 'bank/1.xml', 'extrait.xml', 7, 'camt.053', 'statement', '08', 1, '2026-10-21Z');
  INSERT INTO bank_movements (id, bank_file_id, position, account_index, account_label, fingerprint, booked_on,
      amount_cents, currency, code) OVERRIDING SYSTEM VALUE
    SELECT id, 1, id, sha256('compte'), 'FR76 •••• 2606', encode(sha256(id::text::bytea), 'hex'), day::date, cents, 'EUR', 'VIR'
    FROM (VALUES (1, '2026-10-12', -30000), (2, '2026-10-12', -4500), (3, '2026-10-20', 4500)) AS line (id, day, cents);
  INSERT INTO bank_parts (id, movement_id, position, amount_cents, returned) OVERRIDING SYSTEM VALUE
    SELECT id, id, 1, amount_cents, amount_cents > 0 FROM bank_movements;
  INSERT INTO funder_receipts (id, convention_id, received_on, amount_cents, reference, recorded_at)
    OVERRIDING SYSTEM VALUE VALUES (1, 1, '2026-04-02', 50000, 'VRST-1', '2026-10-22Z')`

const LETTERS = `
  INSERT INTO letterings (id, account, auxiliary, rank, code, lettered_on, lettered_by) OVERRIDING SYSTEM VALUE
    VALUES (1, '4671', 'AV01', 1, 'AA', '2026-10-13', 1), (2, '4671', 'AV71', 1, 'AA', '2026-10-13', 1);
  INSERT INTO lettered_postings (entry_id, position, lettering_id) VALUES (1, 2, 1), (5, 1, 1), (2, 2, 2), (6, 1, 2)`

/** Written as the closing does, without asking what it asks. */
const CLOSURE = `
  INSERT INTO period_closures (until, entry_count, debit_cents, digest, closed_by, closed_at)
    SELECT '2026-06-30', 2, 34500, sha256((SELECT string_agg(hash, ''::bytea ORDER BY id) FROM journal_entries WHERE id <= 2)),
      1, '2026-10-21Z'`
