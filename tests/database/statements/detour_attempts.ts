import { CHECK, RESTRICT, type Attempt } from '#tests/database/statements/attempt'

/** Roads around a protection: the same harm by another verb. */
export const DETOUR_ATTEMPTS: readonly Attempt[] = [
  [
    'une ligne ne passe pas d’une campagne ouverte à un relevé émis',
    `UPDATE settlement_lines SET run_id = :issued, position = 9999
     WHERE id = (SELECT min(l.id) FROM settlement_lines l
       WHERE l.run_id = :submitted AND association_id IN (SELECT association_id FROM statements WHERE run_id = :issued))`,
    RESTRICT,
  ],
  [
    'deux imputations équilibrées ne s’ajoutent pas à une écriture passée',
    `INSERT INTO journal_postings (entry_id, position, account, account_label, debit_cents, credit_cents)
     VALUES (1, 3, '657100', 'X', 100, 0), (1, 4, '467000', 'X', 0, 100)`,
    RESTRICT,
  ],
  [
    'un virement ne s’ajoute pas à un ordre passé',
    `WITH freed AS (UPDATE transfers SET state = 'rejected' WHERE id = (SELECT min(id) FROM transfers) RETURNING *)
     INSERT INTO transfers (transfer_order_id, statement_id, bank_account_id, end_to_end_id, instruction_id, amount_cents)
     SELECT transfer_order_id, statement_id, bank_account_id, 'AUTRE', 'AUTRE', amount_cents FROM freed`,
    CHECK,
  ],
  [
    'une approbation ne change pas de main',
    `UPDATE run_approvals SET approver_id = (SELECT prepared_by FROM runs WHERE id = :issued) WHERE run_id = :issued`,
    CHECK,
  ],
  [
    'le total d’une campagne émise ne change pas',
    'UPDATE runs SET total_cents = total_cents + 1 WHERE id = :issued',
    RESTRICT,
  ],
  [
    'un barème figé ne se dégèle pas',
    'UPDATE fee_schedules SET frozen_at = NULL WHERE frozen_at IS NOT NULL',
    RESTRICT,
  ],
  [
    'une ligne n’entre pas dans un barème figé par un déplacement',
    `UPDATE fees SET position = 99, service_code = 'autre_prestation',
       fee_schedule_id = (SELECT min(id) FROM fee_schedules WHERE frozen_at IS NOT NULL)
     WHERE id = (SELECT min(f.id) FROM fees f JOIN fee_schedules s ON s.id = f.fee_schedule_id WHERE s.frozen_at IS NULL)`,
    RESTRICT,
  ],
  ...['statement_contents', 'documents', 'transfers', 'transfer_orders', 'run_approvals'].map(
    (table): Attempt => [`${table} ne se vide pas`, `TRUNCATE ${table} CASCADE`, RESTRICT]
  ),
  ['une saisine payée ne change pas de numéro', 'UPDATE saisines SET id = id + 100000', RESTRICT],
  [
    'un rejet sans la réponse de la banque ne libère pas le relevé pour un second virement',
    `WITH freed AS (UPDATE transfers SET state = 'rejected' WHERE id = (SELECT min(id) FROM transfers) RETURNING *),
     again AS (INSERT INTO transfers (transfer_order_id, statement_id, bank_account_id, end_to_end_id, instruction_id, amount_cents)
       SELECT transfer_order_id, statement_id, bank_account_id, end_to_end_id, 'AUTRE', amount_cents FROM freed RETURNING id)
     SELECT count(*) FROM again`,
    CHECK,
  ],
]
