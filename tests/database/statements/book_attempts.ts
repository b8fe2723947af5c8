import { CHECK, RESTRICT, UNIQUE, type Attempt } from '#tests/database/statements/attempt'

/** What the journal and the transfers refuse. */
export const BOOK_ATTEMPTS: readonly Attempt[] = [
  [
    'une imputation ne s’ajoute pas à une écriture équilibrée',
    `INSERT INTO journal_postings (entry_id, position, account, account_label, debit_cents, credit_cents)
       VALUES (1, 3, '657100', 'X', 100, 0)`,
    CHECK,
  ],
  [
    'une écriture suit la dernière de la chaîne',
    `INSERT INTO journal_entries (id, kind, journal_code, journal_label, entry_date, piece_ref, piece_date, label,
         statement_id, previous_hash, hash)
       SELECT id + 100, kind, journal_code, journal_label, entry_date, piece_ref, piece_date, label, statement_id,
         previous_hash, sha256('x') FROM journal_entries ORDER BY id DESC LIMIT 1`,
    CHECK,
  ],
  ['une écriture ne se modifie pas', `UPDATE journal_entries SET label = 'X'`, RESTRICT],
  ['une imputation ne s’efface pas', 'DELETE FROM journal_postings', RESTRICT],
  [
    'un relevé n’a qu’un virement vivant',
    `INSERT INTO transfers (transfer_order_id, statement_id, bank_account_id, end_to_end_id, instruction_id, amount_cents)
       SELECT transfer_order_id, statement_id, bank_account_id, 'AUTRE', 'AUTRE', amount_cents FROM transfers LIMIT 1`,
    UNIQUE,
  ],
  [
    'un virement est du montant de son relevé',
    `WITH freed AS (UPDATE transfers SET state = 'rejected' WHERE id = (SELECT min(id) FROM transfers) RETURNING *)
       INSERT INTO transfers (transfer_order_id, statement_id, bank_account_id, end_to_end_id, instruction_id, amount_cents)
       SELECT transfer_order_id, statement_id, bank_account_id, 'AUTRE', 'AUTRE', amount_cents + 1 FROM freed`,
    CHECK,
  ],
  ['un virement émis ne change pas de montant', 'UPDATE transfers SET amount_cents = 1', RESTRICT],
  ['un virement ne s’efface pas', 'DELETE FROM transfers', RESTRICT],
  ['un ordre ne se modifie pas', 'UPDATE transfer_orders SET total_cents = 1', RESTRICT],
  [
    'un ordre égale ses virements',
    `INSERT INTO transfer_orders (message_id, execution_date, transfer_count, total_cents, file_key, sha256, created_by, created_at)
       SELECT 'VIR-X', execution_date, 1, 1, 'x', sha256, created_by, created_at FROM transfer_orders`,
    CHECK,
  ],
  ['un événement ne s’efface pas', 'DELETE FROM events', RESTRICT],
]
