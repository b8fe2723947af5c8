import type { Breach } from '#tests/database/ledger/breach'

export const AUTHORITY_BREACHES: readonly Breach[] = [
  [
    'une campagne approuvée par qui l’a préparée est vue',
    'APPROBATIONS',
    'UPDATE run_approvals SET approver_id = 1 WHERE run_id = 2 AND approver_id = 2',
    'campagne C2 : approuvée par la personne qui l’a préparée',
  ],
  [
    'une campagne approuvée par qui l’a soumise est vue',
    'APPROBATIONS',
    'UPDATE runs SET submitted_by = 3 WHERE id = 2',
    'campagne C2 : approuvée par la personne qui l’a préparée',
  ],
  [
    'une approbation d’un autre contenu est vue',
    'APPROBATIONS',
    `UPDATE runs SET content_hash = sha256('autre') WHERE id = 2`,
    'campagne C2 : approuvée avec un autre contenu que celui émis',
  ],
  [
    'une approbation qui manque pour ce montant est vue',
    'APPROBATIONS',
    `UPDATE run_approvals SET voided_at = now(), void_reason = 'essai' WHERE run_id = 1 AND approver_id = 3`,
    'campagne C1 : approbations valables : 1 sur 2',
  ],
  [
    'une approbation donnée après l’émission ne compte pas',
    'APPROBATIONS',
    `UPDATE run_approvals SET approved_at = '2026-04-11Z' WHERE run_id = 1 AND approver_id = 3`,
    'campagne C1 : approbations valables : 1 sur 2',
  ],
  [
    'un compte d’une autre association est vu',
    'COMPTE_PAYE',
    'UPDATE statements SET bank_account_id = 1 WHERE id = 2',
    'relevé REL-2026-000002 : compte d’une autre association',
  ],
  [
    'un compte jamais approuvé est vu',
    'COMPTE_PAYE',
    `UPDATE bank_accounts SET approved_by = NULL, approved_at = NULL, callback_note = NULL, payable_from = NULL WHERE id = 2`,
    'relevé REL-2026-000002 : compte non approuvé',
  ],
  [
    'un compte approuvé par qui l’a proposé est vu',
    'COMPTE_PAYE',
    `ALTER TABLE bank_accounts DROP CONSTRAINT bank_accounts_check; UPDATE bank_accounts SET approved_by = 1 WHERE id = 2`,
    'relevé REL-2026-000002 : compte approuvé par la personne qui l’a proposé',
  ],
  [
    'un compte payé avant la fin de son délai est vu',
    'COMPTE_PAYE',
    `UPDATE bank_accounts SET payable_from = '2026-04-10T08:00:01Z' WHERE id = 2`,
    'relevé REL-2026-000002 : compte utilisé avant la fin de son délai',
  ],
  [
    'un compte remplacé avant l’émission est vu',
    'COMPTE_PAYE',
    `UPDATE bank_accounts SET replaced_at = '2026-04-09Z' WHERE id = 2`,
    'relevé REL-2026-000002 : compte déjà remplacé',
  ],
  [
    'un virement vers un compte bloqué est vu',
    'COMPTE_PAYE',
    `UPDATE bank_accounts SET blocked_at = '2026-10-09Z', blocked_reason = 'retour' WHERE id = 2`,
    'virement REL-2026-000002 : compte bloqué',
  ],
  [
    'un relevé à payer sans compte est vu',
    'COMPTE_PAYE',
    `ALTER TABLE statements DROP CONSTRAINT statements_check2;
     UPDATE statements SET bank_account_id = NULL WHERE id = 4`,
    'relevé REL-2026-000004 : aucun compte',
  ],
  [
    'une autorisation de reversement postérieure à l’émission est vue',
    'AUTORISATION',
    `UPDATE reallocation_authorities SET recorded_at = '2026-04-11Z'`,
    'campagne C1 : aucune autorisation enregistrée avant le 10/04/2026 pour ESSAI-2026',
  ],
  [
    'un déclencheur désactivé est vu',
    'PROTECTIONS',
    'ALTER TABLE statements DISABLE TRIGGER statements_append_only',
    'déclencheur statements_append_only : absent ou désactivé',
  ],
  [
    'un déclencheur qui ne joue plus que pour les réplicas est vu',
    'PROTECTIONS',
    'ALTER TABLE transfers ENABLE REPLICA TRIGGER transfers_frozen',
    'déclencheur transfers_frozen : absent ou désactivé',
  ],
  [
    'une contrainte supprimée est vue',
    'PROTECTIONS',
    'ALTER TABLE transfers DROP CONSTRAINT transfers_amount_cents_check',
    'contrainte transfers_amount_cents_check : absent ou désactivé',
  ],
  [
    'une contrainte remise sans vérifier l’existant est vue',
    'PROTECTIONS',
    `ALTER TABLE transfers DROP CONSTRAINT transfers_amount_cents_check;
     ALTER TABLE transfers ADD CONSTRAINT transfers_amount_cents_check CHECK (amount_cents > 0) NOT VALID`,
    'contrainte transfers_amount_cents_check : absent ou désactivé',
  ],
  [
    'un index unique supprimé est vu',
    'PROTECTIONS',
    'DROP INDEX settlement_lines_paid_once',
    'index unique settlement_lines_paid_once : absent ou désactivé',
  ],
]
