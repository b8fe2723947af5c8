import { sqlInvariant } from '#app/ledger/invariants/invariant'

// The bands may change after a campaign was issued: what its last approval needed is in the event.
const REQUIRED_APPROVALS = `
  SELECT coalesce(
    (SELECT (after ->> 'needed')::int FROM events
      WHERE verb = 'run.approved' AND subject_type = 'run' AND subject_id = runs.id ORDER BY id DESC LIMIT 1),
    (SELECT max((band ->> 'approvals')::int) FROM settings, jsonb_array_elements(approval_bands) AS band
      WHERE (band ->> 'fromCents')::bigint <= runs.total_cents),
    1) AS required`

export const AUTHORITY = [
  sqlInvariant('APPROBATIONS', 'Chaque campagne émise est approuvée par d’autres, telle qu’émise', {
    counted: 'SELECT count(*) FROM runs WHERE issued_at IS NOT NULL',
    offending: `
      SELECT format('campagne %s', code) AS subject, 'approuvée par la personne qui l’a préparée' AS fault
      FROM run_approvals JOIN runs ON runs.id = run_id
      WHERE voided_at IS NULL AND approver_id IN (prepared_by, coalesce(submitted_by, prepared_by))
      UNION ALL
      SELECT format('campagne %s', code), 'approuvée avec un autre contenu que celui émis'
      FROM run_approvals JOIN runs ON runs.id = run_id
      WHERE voided_at IS NULL AND issued_at IS NOT NULL AND run_hash IS DISTINCT FROM content_hash
      UNION ALL
      SELECT format('campagne %s', code), format('approbations valables : %s sur %s', given, required)
      FROM runs CROSS JOIN LATERAL (${REQUIRED_APPROVALS}) AS band CROSS JOIN LATERAL (
        SELECT count(DISTINCT approver_id) AS given FROM run_approvals
        WHERE run_id = runs.id AND voided_at IS NULL AND run_hash = content_hash AND approved_at <= issued_at
          AND approver_id NOT IN (prepared_by, coalesce(submitted_by, prepared_by))) AS approvals
      WHERE issued_at IS NOT NULL AND given < required`,
  }),
  sqlInvariant('COMPTE_PAYE', 'Chaque compte payé est approuvé par un autre, et mûr à l’émission', {
    counted: 'SELECT count(*) FROM statements WHERE bank_account_id IS NOT NULL',
    offending: `
      SELECT format('%s %s', use, reference) AS subject, CASE
          WHEN account.id IS NULL THEN 'aucun compte'
          WHEN account.association_id <> used.association_id THEN 'compte d’une autre association'
          WHEN account.approved_by IS NULL THEN 'compte non approuvé'
          WHEN account.approved_by = account.proposed_by THEN 'compte approuvé par la personne qui l’a proposé'
          WHEN account.replaced_at < used.at THEN 'compte déjà remplacé'
          WHEN used.blocked THEN 'compte bloqué'
          ELSE 'compte utilisé avant la fin de son délai' END AS fault
      FROM (
        SELECT 'relevé' AS use, number AS reference, association_id, bank_account_id, issued_at AS at, false AS blocked
        FROM statements WHERE payable_cents > 0 OR bank_account_id IS NOT NULL
        UNION ALL
        SELECT 'virement', end_to_end_id, statement.association_id, transfer.bank_account_id, created_at,
          coalesce(blocked_at < created_at, false)
        FROM transfers transfer JOIN statements statement ON statement.id = statement_id
        JOIN transfer_orders ON transfer_orders.id = transfer_order_id
        JOIN bank_accounts ON bank_accounts.id = transfer.bank_account_id) AS used
      LEFT JOIN bank_accounts account ON account.id = used.bank_account_id
      WHERE account.id IS NULL OR account.association_id <> used.association_id OR account.approved_by IS NULL
        OR account.approved_by = account.proposed_by OR account.payable_from IS NULL
        OR account.payable_from > used.at OR account.replaced_at < used.at OR used.blocked`,
  }),
  // Décret-loi of 2 May 1938, art. 15: public money is not passed on unless the convention allows it.
  sqlInvariant('AUTORISATION', 'Le reversement est autorisé par la convention avant l’émission', {
    counted: 'SELECT count(*) FROM runs WHERE issued_at IS NOT NULL',
    offending: `
      SELECT format('campagne %s', runs.code) AS subject,
        format('aucune autorisation enregistrée avant le %s pour %s',
          to_char(issued_at AT TIME ZONE 'Europe/Paris', 'DD/MM/YYYY'), conventions.code) AS fault
      FROM runs JOIN conventions ON conventions.id = convention_id
      WHERE issued_at IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM reallocation_authorities authority
        WHERE authority.convention_id = runs.convention_id AND recorded_at <= issued_at)`,
  }),
]
