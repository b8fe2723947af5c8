import { CHECK, RESTRICT, UNIQUE, type Attempt } from '#tests/database/statements/attempt'

/** What issued lines, statements and documents refuse. */
export const STATEMENT_ATTEMPTS: readonly Attempt[] = [
  [
    'une ligne émise ne se modifie pas',
    'UPDATE settlement_lines SET quantity_retained = 1',
    RESTRICT,
  ],
  [
    'une ligne émise ne s’efface pas',
    'DELETE FROM settlement_lines WHERE run_id = :issued',
    RESTRICT,
  ],
  ['les lignes ne se vident pas', 'TRUNCATE settlement_lines CASCADE', RESTRICT],
  ['un relevé ne se modifie pas', 'UPDATE statements SET total_cents = total_cents + 1', RESTRICT],
  ['un relevé ne s’efface pas', 'DELETE FROM statements', RESTRICT],
  ['un contenu de relevé ne se modifie pas', `UPDATE statement_contents SET data = '{}'`, RESTRICT],
  ['un document archivé ne se modifie pas', 'UPDATE documents SET size_bytes = 1', RESTRICT],
  ['un document archivé ne s’efface pas', 'DELETE FROM documents', RESTRICT],
  [
    'une ligne ne s’ajoute pas à un relevé émis',
    `INSERT INTO settlement_lines (run_id, association_id, position, kind, carried_statement_id, amount_cents)
       SELECT run_id, association_id, 9999, 'carry_forward', id, -1 FROM statements WHERE run_id = :issued LIMIT 1`,
    RESTRICT,
  ],
  [
    'une ligne de service se recalcule',
    `UPDATE settlement_lines SET amount_cents = amount_cents + 1 WHERE run_id = :submitted`,
    CHECK,
  ],
  [
    'une saisine n’est payée qu’une fois pour une prestation',
    `INSERT INTO settlement_lines (run_id, association_id, position, kind, saisine_id, form_id, fee_id, service_code,
         priced_on, unit_cents, quantity_asked, quantity_retained, amount_cents)
       SELECT :submitted, association_id, 9999, kind, saisine_id, form_id, fee_id, service_code, priced_on, unit_cents,
         quantity_asked, quantity_retained, amount_cents FROM settlement_lines WHERE run_id = :issued LIMIT 1`,
    UNIQUE,
  ],
  [
    'la numérotation des notes de débit est sans trou',
    `INSERT INTO debit_notes (statement_id, number, year, sequence, amount_cents, reason, decided_by)
       SELECT s.id, 'NDD-2026-000002', 2026, 2, 100, 'essai', r.prepared_by
       FROM statements s JOIN runs r ON r.id = s.run_id LIMIT 1`,
    CHECK,
  ],
  [
    'la numérotation des relevés est sans trou',
    `INSERT INTO statements (run_id, association_id, number, year, sequence, line_count, total_cents, payable_cents,
         carried_cents, issued_at)
       SELECT :submitted, association_id, 'REL-2026-000099', year, 99, 0, 0, 0, 0, issued_at FROM statements LIMIT 1`,
    CHECK,
  ],
  [
    'un relevé égale ses lignes',
    `INSERT INTO statements (run_id, association_id, number, year, sequence, line_count, total_cents, payable_cents,
         carried_cents, issued_at)
       SELECT :submitted, association_id, 'REL-2026-000099', year,
         (SELECT max(sequence) + 1 FROM statements), 1, 0, 0, 0, issued_at FROM statements LIMIT 1`,
    CHECK,
  ],
  [
    'un montant à virer suppose un compte',
    `INSERT INTO statements (run_id, association_id, number, year, sequence, line_count, total_cents, payable_cents,
         carried_cents, issued_at)
       SELECT :submitted, association_id, 'REL-2026-000099', year,
         (SELECT max(sequence) + 1 FROM statements), 1, 100, 100, 0, issued_at FROM statements LIMIT 1`,
    CHECK,
  ],
]
