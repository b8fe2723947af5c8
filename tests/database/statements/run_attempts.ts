import { CHECK, RESTRICT, UNIQUE, type Attempt } from '#tests/database/statements/attempt'

/** What runs and their approvals refuse. */
export const RUN_ATTEMPTS: readonly Attempt[] = [
  [
    'une campagne ne saute pas d’état',
    `UPDATE runs SET state = 'issued' WHERE id = :submitted`,
    CHECK,
  ],
  [
    'une campagne émise ne se rouvre pas',
    `UPDATE runs SET state = 'calculated' WHERE id = :issued`,
    CHECK,
  ],
  ['une campagne ne s’efface pas', 'DELETE FROM runs', RESTRICT],
  [
    'qui a soumis une campagne émise ne change pas',
    `UPDATE runs SET submitted_by = issued_by, submitted_at = now() WHERE id = :issued`,
    RESTRICT,
  ],
  [
    'l’approbation d’une campagne émise ne s’annule pas',
    `UPDATE run_approvals SET voided_at = now(), void_reason = 'essai' WHERE run_id = :issued`,
    RESTRICT,
  ],
  ['une enveloppe ne change pas de montant', 'UPDATE envelopes SET amount_cents = 1', RESTRICT],
  ['une enveloppe ne s’efface pas', 'DELETE FROM envelopes', RESTRICT],
  [
    'qui prépare n’approuve pas',
    `INSERT INTO run_approvals (run_id, approver_id, run_hash)
       SELECT id, prepared_by, content_hash FROM runs WHERE id = :submitted`,
    CHECK,
  ],
  [
    'une approbation vaut une fois',
    `INSERT INTO run_approvals (run_id, approver_id, run_hash)
       SELECT run_id, approver_id, run_hash FROM run_approvals WHERE run_id = :issued`,
    UNIQUE,
  ],
  [
    'deux campagnes d’une convention ne sont pas ouvertes ensemble',
    `INSERT INTO runs (convention_id, code, until, prepared_by)
       SELECT convention_id, 'AUTRE', until, prepared_by FROM runs WHERE id = :submitted`,
    UNIQUE,
  ],
]
