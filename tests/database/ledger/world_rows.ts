/** What stands before any campaign: people, accounts, rules, prices, saisines and their forms. */
export const PEOPLE_AND_RULES = `
  INSERT INTO settings (federation_name, federation_siren, postcode, town, debtor_iban_ciphertext, approval_bands)
    VALUES ('Fédération d’essai', '732829320', '75001', 'Paris', 'chiffré',
      '[{"fromCents": 0, "approvals": 1}, {"fromCents": 30000, "approvals": 2}]');
  INSERT INTO users (id, email, full_name, role) OVERRIDING SYSTEM VALUE VALUES
    (1, 'finance@essai.test', 'Personne Un', 'finance'), (2, 'direction@essai.test', 'Personne Deux', 'approver'),
    (3, 'tresorerie@essai.test', 'Personne Trois', 'approver');
  INSERT INTO departments VALUES ('01', 'Ain'), ('71', 'Saône-et-Loire');
  INSERT INTO associations (id, code, name, town) OVERRIDING SYSTEM VALUE VALUES
    (1, 'AV01', 'Alpha', 'Bourg'), (2, 'AV71', 'Bêta', 'Mâcon');
  INSERT INTO bank_accounts (id, association_id, iban_ciphertext, iban_index, iban_country, iban_last4, holder, evidence,
      proposed_by, proposed_at, approved_by, approved_at, callback_note, payable_from) OVERRIDING SYSTEM VALUE
    SELECT id, id, 'chiffré', sha256(id::text::bytea), 'FR', '000' || id, 'Titulaire ' || id, 'relevé', 1, '2026-01-05Z',
      2, '2026-01-06Z', 'rappelé', '2026-01-09Z' FROM associations;
  INSERT INTO funders (id, code, name) OVERRIDING SYSTEM VALUE VALUES (1, 'FIN', 'Financeur');
  INSERT INTO conventions (id, funder_id, code, title, starts_on, state, price_date, payable_channels, covered_beneficiaries)
    OVERRIDING SYSTEM VALUE VALUES
    (1, 1, 'ESSAI-2026', 'Essai', '2026-01-01', 'active', 'saisine', '{plateforme}', '{elu}'),
    (2, 1, 'AUTRE-2026', 'Autre', '2026-01-01', 'active', 'saisine', '{plateforme}', '{elu}');
  INSERT INTO reallocation_authorities (convention_id, article, proof, recorded_at)
    VALUES (1, 'article 5', 'avenant', '2026-01-02Z');
  INSERT INTO fee_schedules (id, convention_id, label, starts_on, ends_on) OVERRIDING SYSTEM VALUE
    VALUES (1, 1, 'Barème 2026', '2026-01-01', '2027-01-01'), (2, 1, 'Barème 2027', '2027-01-01', NULL);
  INSERT INTO fees (id, fee_schedule_id, position, service_code, label, unit, amount_cents, outcomes) OVERRIDING SYSTEM VALUE
    VALUES (1, 1, 1, 'ecoute', 'Écoute', 'per_saisine', 30000, '{prise_en_charge}'),
      (2, 1, 2, 'entretien', 'Entretien', 'per_act', 5000, '{prise_en_charge}'),
      (3, 2, 1, 'entretien', 'Entretien', 'per_act', 5000, '{prise_en_charge}')`

export const MATTERS = `
  INSERT INTO saisines (id, convention_id, reference, association_id, opened_on, channel, department, beneficiary, mandate)
    VALUES (1, 1, 'S1', 1, '2026-01-10', 'plateforme', '01', 'elu', 'maire'),
      (2, 1, 'S2', 2, '2026-01-12', 'plateforme', '71', 'elu', 'maire'),
      (3, 1, 'S3', 1, '2026-05-02', 'plateforme', '01', 'elu', 'maire');
  INSERT INTO return_forms (id, convention_id, reference, association_id, received_on, outcome, origin)
    SELECT id, 1, reference, association_id, opened_on + 20, 'prise_en_charge', 'typed' FROM saisines;
  INSERT INTO form_outcomes (form_id, convention_id, saisine_id, outcome)
    SELECT id, 1, id, 'RETENUE' FROM return_forms`

export const DECIDED_CORRECTION = `
  INSERT INTO proposed_corrections (id, convention_id, association_id, saisine_id, form_id, corrects_line_id, service_code,
      due_cents, already_cents, amount_cents, reason, state, decided_by, decided_at, decision_reason)
    OVERRIDING SYSTEM VALUE
    VALUES (1, 1, 1, 1, 1, 1, 'ecoute', 25000, 30000, -5000, 'pièce tardive', 'settled', 2, '2026-07-01Z', 'accord')`
