import type { Breach } from '#tests/database/ledger/breach'

export const LINE_BREACHES: readonly Breach[] = [
  [
    'une colonne de montants à virgule est vue',
    'MONTANTS_ENTIERS',
    'ALTER TABLE envelopes ALTER amount_cents TYPE numeric(12,2)',
    'envelopes.amount_cents : colonne de type numeric(12,2)',
  ],
  [
    'une ligne qui ne se recalcule pas est vue',
    'LIGNES_RECALCULEES',
    `ALTER TABLE settlement_lines DROP CONSTRAINT settlement_lines_service_recomputes;
     UPDATE settlement_lines SET reduction_cents = 400 WHERE id = 2`,
    'ligne 2 : attendu 46,00 €, trouvé 45,00 €',
  ],
  [
    'une régularisation qui ne se recalcule pas est vue',
    'LIGNES_RECALCULEES',
    `ALTER TABLE settlement_lines DROP CONSTRAINT settlement_lines_correction_recomputes;
     UPDATE settlement_lines SET due_cents = 1235567 WHERE id = 3`,
    'ligne 3 : attendu 12 055,67 €, trouvé -50,00 €',
  ],
  [
    'un report positif est vu',
    'LIGNES_RECALCULEES',
    `ALTER TABLE settlement_lines DROP CONSTRAINT settlement_lines_carry;
     UPDATE settlement_lines SET amount_cents = 5000 WHERE id = 5`,
    'ligne 5 : attendu 50,00 €, trouvé 50,00 €',
  ],
  [
    'un barème qui finit le jour du prix ne vaut plus ce jour-là',
    'UN_SEUL_BAREME',
    `UPDATE settlement_lines SET priced_on = '2027-01-01' WHERE id = 1`,
    'ligne 1 : barème « Barème 2026 » non valable le 01/01/2027',
  ],
  [
    'un barème qui commence après le jour du prix est vu',
    'UN_SEUL_BAREME',
    `UPDATE settlement_lines SET priced_on = '2025-12-31' WHERE id = 1`,
    'ligne 1 : barème « Barème 2026 » non valable le 31/12/2025',
  ],
  [
    'un barème d’une autre convention est vu',
    'UN_SEUL_BAREME',
    'UPDATE fee_schedules SET convention_id = 2 WHERE id = 1',
    'ligne 1 : barème d’une autre convention',
  ],
  [
    'un barème déjà remplacé à l’émission est vu',
    'UN_SEUL_BAREME',
    `UPDATE fee_schedules SET superseded_at = '2026-07-01Z' WHERE id = 1;
     UPDATE settlement_lines SET fee_id = 2 WHERE id = 4`,
    'ligne 4 : barème « Barème 2026 » remplacé avant l’émission',
  ],
  [
    'un prix changé après coup est vu',
    'UN_SEUL_BAREME',
    'UPDATE fees SET amount_cents = 5100 WHERE id = 2',
    'ligne 2 : attendu 51,00 €, trouvé 50,00 €',
  ],
  [
    'une ligne payée au prix d’une autre prestation est vue',
    'UN_SEUL_BAREME',
    'UPDATE settlement_lines SET fee_id = 2 WHERE id = 1',
    'ligne 1 : ligne de barème de la prestation entretien',
  ],
  [
    'une ligne sans barème est vue',
    'UN_SEUL_BAREME',
    'UPDATE settlement_lines SET fee_id = 99 WHERE id = 1',
    'ligne 1 : barème introuvable',
  ],
  [
    'une fiche payée par deux barèmes est vue',
    'UN_SEUL_BAREME',
    'UPDATE settlement_lines SET form_id = 1, fee_id = 3 WHERE id = 2',
    'fiche 1 : lignes de plusieurs barèmes',
  ],
  [
    'une prestation payée deux fois pour la même saisine est vue',
    'PAYE_UNE_FOIS',
    `DROP INDEX settlement_lines_paid_once; UPDATE settlement_lines SET saisine_id = 2 WHERE id = 4`,
    'saisine 2 : prestation entretien payée 2 fois',
  ],
  [
    'deux fiches retenues pour une saisine sont vues',
    'UNE_ISSUE_PAR_FICHE',
    `DROP INDEX form_outcomes_one_retained; UPDATE form_outcomes SET saisine_id = 1 WHERE form_id = 2`,
    'saisine 1 : 2 fiches retenues',
  ],
  [
    'une fiche à deux issues est vue',
    'UNE_ISSUE_PAR_FICHE',
    `ALTER TABLE form_outcomes DROP CONSTRAINT form_outcomes_pkey;
     INSERT INTO form_outcomes VALUES (1, 1, NULL, 'DOUBLON')`,
    'fiche 1 : 2 issues',
  ],
  [
    'une fiche payée sans issue de rapprochement est vue',
    'UNE_ISSUE_PAR_FICHE',
    'DELETE FROM form_outcomes WHERE form_id = 3',
    'fiche 3 : payée sans issue de rapprochement',
  ],
]
