/** A fault written behind the back of the database, and what the check must say of it. */
export interface Breach {
  title: string
  code: string
  sql: string
  says: string
}

const breach = (title: string, code: string, sql: string, says: string): Breach => ({
  title,
  code,
  sql,
  says,
})

export const BREACHES: readonly Breach[] = [
  breach(
    'une colonne de montants à virgule est vue',
    'MONTANTS_ENTIERS',
    'ALTER TABLE envelopes ALTER amount_cents TYPE numeric(12,2)',
    'envelopes.amount_cents : colonne de type numeric(12,2)'
  ),
  breach(
    'une ligne qui ne se recalcule pas est vue',
    'LIGNES_RECALCULEES',
    `ALTER TABLE settlement_lines DROP CONSTRAINT settlement_lines_service_recomputes;
     UPDATE settlement_lines SET reduction_cents = 400 WHERE id = 2`,
    'ligne 2 : attendu 46,00 €, trouvé 45,00 €'
  ),
  breach(
    'une régularisation qui ne se recalcule pas est vue',
    'LIGNES_RECALCULEES',
    `ALTER TABLE settlement_lines DROP CONSTRAINT settlement_lines_correction_recomputes;
     UPDATE settlement_lines SET due_cents = 1235567 WHERE id = 3`,
    'ligne 3 : attendu 12 055,67 €, trouvé -50,00 €'
  ),
  breach(
    'un report positif est vu',
    'LIGNES_RECALCULEES',
    `ALTER TABLE settlement_lines DROP CONSTRAINT settlement_lines_carry;
     UPDATE settlement_lines SET amount_cents = 5000 WHERE id = 5`,
    'ligne 5 : attendu 50,00 €, trouvé 50,00 €'
  ),
  breach(
    'un barème qui finit le jour du prix ne vaut plus ce jour-là',
    'UN_SEUL_BAREME',
    `UPDATE settlement_lines SET priced_on = '2027-01-01' WHERE id = 1`,
    'ligne 1 : barème « Barème 2026 » non valable le 01/01/2027'
  ),
  breach(
    'un barème qui commence après le jour du prix est vu',
    'UN_SEUL_BAREME',
    `UPDATE settlement_lines SET priced_on = '2025-12-31' WHERE id = 1`,
    'ligne 1 : barème « Barème 2026 » non valable le 31/12/2025'
  ),
  breach(
    'un barème d’une autre convention est vu',
    'UN_SEUL_BAREME',
    'UPDATE fee_schedules SET convention_id = 2 WHERE id = 1',
    'ligne 1 : barème d’une autre convention'
  ),
  breach(
    'un barème déjà remplacé à l’émission est vu',
    'UN_SEUL_BAREME',
    `UPDATE fee_schedules SET superseded_at = '2026-07-01Z' WHERE id = 1;
     UPDATE settlement_lines SET fee_id = 2 WHERE id = 4`,
    'ligne 4 : barème « Barème 2026 » remplacé avant l’émission'
  ),
  breach(
    'un prix changé après coup est vu',
    'UN_SEUL_BAREME',
    'UPDATE fees SET amount_cents = 5100 WHERE id = 2',
    'ligne 2 : attendu 51,00 €, trouvé 50,00 €'
  ),
  breach(
    'une ligne payée au prix d’une autre prestation est vue',
    'UN_SEUL_BAREME',
    'UPDATE settlement_lines SET fee_id = 2 WHERE id = 1',
    'ligne 1 : ligne de barème de la prestation entretien'
  ),
  breach(
    'une ligne sans barème est vue',
    'UN_SEUL_BAREME',
    'UPDATE settlement_lines SET fee_id = 99 WHERE id = 1',
    'ligne 1 : barème introuvable'
  ),
  breach(
    'une fiche payée par deux barèmes est vue',
    'UN_SEUL_BAREME',
    'UPDATE settlement_lines SET form_id = 1, fee_id = 3 WHERE id = 2',
    'fiche 1 : lignes de plusieurs barèmes'
  ),
  breach(
    'une prestation payée deux fois pour la même saisine est vue',
    'PAYE_UNE_FOIS',
    `DROP INDEX settlement_lines_paid_once; UPDATE settlement_lines SET saisine_id = 2 WHERE id = 4`,
    'saisine 2 : prestation entretien payée 2 fois'
  ),
  breach(
    'deux fiches retenues pour une saisine sont vues',
    'UNE_ISSUE_PAR_FICHE',
    `DROP INDEX form_outcomes_one_retained; UPDATE form_outcomes SET saisine_id = 1 WHERE form_id = 2`,
    'saisine 1 : 2 fiches retenues'
  ),
  breach(
    'une fiche à deux issues est vue',
    'UNE_ISSUE_PAR_FICHE',
    `ALTER TABLE form_outcomes DROP CONSTRAINT form_outcomes_pkey;
     INSERT INTO form_outcomes VALUES (1, 1, NULL, 'DOUBLON')`,
    'fiche 1 : 2 issues'
  ),
  breach(
    'une fiche payée sans issue de rapprochement est vue',
    'UNE_ISSUE_PAR_FICHE',
    'DELETE FROM form_outcomes WHERE form_id = 3',
    'fiche 3 : payée sans issue de rapprochement'
  ),
  breach(
    'une régularisation qui oublie ce qui était payé est vue',
    'REGULARISATIONS',
    'UPDATE settlement_lines SET already_cents = 29000, due_cents = 24000 WHERE id = 3',
    'ligne 3 : déjà payé : attendu 300,00 €, trouvé 290,00 €'
  ),
  breach(
    'une régularisation qui ne ramène pas à ce qui est dû est vue',
    'REGULARISATIONS',
    `ALTER TABLE settlement_lines DROP CONSTRAINT settlement_lines_correction_recomputes;
     UPDATE settlement_lines SET due_cents = 26000 WHERE id = 3`,
    'ligne 3 : attendu -40,00 €, trouvé -50,00 €'
  ),
  breach(
    'une régularisation autre que celle décidée est vue',
    'REGULARISATIONS',
    'UPDATE settlement_lines SET due_cents = 24000, amount_cents = -6000 WHERE id = 3',
    'ligne 3 : diffère de la régularisation décidée'
  ),
  breach(
    'une régularisation refusée et pourtant payée est vue',
    'REGULARISATIONS',
    `UPDATE proposed_corrections SET state = 'refused'`,
    'ligne 3 : diffère de la régularisation décidée'
  ),
  breach(
    'une régularisation de la ligne d’une autre saisine est vue',
    'REGULARISATIONS',
    'UPDATE settlement_lines SET corrects_line_id = 4 WHERE id = 3',
    'ligne 3 : corrige une ligne d’une autre saisine, prestation ou association'
  ),
  breach(
    'un report d’un autre montant que le solde est vu',
    'REPORT_REPRIS',
    'UPDATE settlement_lines SET amount_cents = -4000 WHERE id = 5',
    'ligne 5 : attendu -50,00 €, trouvé -40,00 €'
  ),
  breach(
    'le report du solde d’une autre association est vu',
    'REPORT_REPRIS',
    'UPDATE statements SET association_id = 2 WHERE id = 3',
    'ligne 5 : reprend le relevé REL-2026-000003 d’une autre association'
  ),
  breach(
    'le report du solde d’une autre convention est vu',
    'REPORT_REPRIS',
    'UPDATE runs SET convention_id = 2 WHERE id = 2',
    'ligne 5 : reprend le relevé REL-2026-000003 d’une autre convention'
  ),
  breach(
    'un solde repris deux fois est vu',
    'REPORT_REPRIS',
    `DROP INDEX settlement_lines_carried_once;
     INSERT INTO settlement_lines (id, run_id, association_id, position, kind, carried_statement_id, amount_cents)
       VALUES (6, 3, 1, 3, 'carry_forward', 3, -5000)`,
    'relevé REL-2026-000003 : solde repris 2 fois'
  ),
  breach(
    'un solde négatif oublié au relevé suivant est vu',
    'REPORT_REPRIS',
    'DELETE FROM settlement_lines WHERE id = 5',
    'relevé REL-2026-000003 : solde négatif non repris au relevé suivant'
  ),
  breach(
    'un trou dans les numéros de relevé est vu',
    'RELEVES_SANS_TROU',
    'UPDATE statements SET sequence = 7 WHERE id = 4',
    'relevé REL-2026-000004 : rang 7 après le rang 3 en 2026'
  ),
  breach(
    'une année qui ne commence pas à 1 est vue',
    'RELEVES_SANS_TROU',
    'UPDATE statements SET year = 2027 WHERE id = 4',
    'relevé REL-2026-000004 : rang 4 après le rang 0 en 2027'
  ),
  breach(
    'deux relevés du même numéro sont vus',
    'RELEVES_SANS_TROU',
    `ALTER TABLE statements DROP CONSTRAINT statements_number_key;
     UPDATE statements SET number = 'REL-2026-000001' WHERE id = 2`,
    'relevé REL-2026-000001 : 2 relevés de ce numéro'
  ),
  breach(
    'une ligne changée sous son relevé est vue',
    'RELEVE_EGALE_LIGNES',
    'UPDATE settlement_lines SET reduction_cents = 400, amount_cents = 4600 WHERE id = 2',
    'relevé REL-2026-000002 : attendu 46,00 €, trouvé 45,00 €'
  ),
  breach(
    'une ligne nulle ajoutée à un relevé émis est vue',
    'RELEVE_EGALE_LIGNES',
    `INSERT INTO settlement_lines (id, run_id, association_id, position, kind, saisine_id, form_id, fee_id, service_code,
       priced_on, unit_cents, quantity_asked, quantity_retained, amount_cents)
     VALUES (6, 1, 2, 2, 'service', 2, 2, 1, 'ecoute', '2026-01-12', 30000, 1, 0, 0)`,
    'relevé REL-2026-000002 : 1 lignes annoncées, 2 trouvées'
  ),
  breach(
    'un relevé sans écriture est vu',
    'RELEVE_EGALE_ECRITURE',
    'DELETE FROM journal_postings WHERE entry_id = 4; DELETE FROM journal_entries WHERE id = 4',
    'relevé REL-2026-000004 : 0 écriture'
  ),
  breach(
    'une écriture d’un autre montant que son relevé est vue',
    'RELEVE_EGALE_ECRITURE',
    `UPDATE journal_postings SET debit_cents = 4600 WHERE entry_id = 2 AND debit_cents > 0;
     UPDATE journal_postings SET credit_cents = 4600 WHERE entry_id = 2 AND credit_cents > 0`,
    'relevé REL-2026-000002 : attendu 45,00 €, trouvé 46,00 €'
  ),
  breach(
    'une écriture dans le mauvais sens est vue',
    'RELEVE_EGALE_ECRITURE',
    'UPDATE journal_postings SET debit_cents = credit_cents, credit_cents = debit_cents WHERE entry_id = 2',
    'relevé REL-2026-000002 : attendu 45,00 €, trouvé -45,00 €'
  ),
  breach(
    'une écriture d’une autre pièce est vue',
    'RELEVE_EGALE_ECRITURE',
    `UPDATE journal_entries SET piece_ref = 'REL-2026-000009' WHERE id = 2`,
    'relevé REL-2026-000002 : l’écriture porte la pièce REL-2026-000009'
  ),
  breach(
    'un net à payer autre que le total est vu',
    'NET_OU_REPORT',
    `ALTER TABLE statements DROP CONSTRAINT statements_check; UPDATE statements SET payable_cents = 4400 WHERE id = 2`,
    'relevé REL-2026-000002 : total 45,00 €, à payer 44,00 €, reporté 0,00 €'
  ),
  breach(
    'un solde négatif non reporté est vu',
    'NET_OU_REPORT',
    `ALTER TABLE statements DROP CONSTRAINT statements_check1; UPDATE statements SET carried_cents = 0 WHERE id = 3`,
    'relevé REL-2026-000003 : total -50,00 €, à payer 0,00 €, reporté 0,00 €'
  ),
  breach(
    'une campagne qui n’est pas la somme de ses relevés est vue',
    'CAMPAGNE_EGALE_RELEVES',
    'UPDATE runs SET total_cents = 34600 WHERE id = 1',
    'campagne C1 : attendu 345,00 €, trouvé 346,00 €'
  ),
  breach(
    'une campagne émise sans total est vue',
    'CAMPAGNE_EGALE_RELEVES',
    'UPDATE runs SET total_cents = NULL WHERE id = 1',
    'campagne C1 : attendu 345,00 €, trouvé rien'
  ),
  breach(
    'une ligne émise sans relevé est vue',
    'LIGNE_DANS_UN_RELEVE',
    'DELETE FROM statements WHERE id = 2',
    'ligne 2 : aucun relevé dans la campagne C1, qui est émise'
  ),
  breach(
    'deux relevés des mêmes lignes sont vus',
    'LIGNE_DANS_UN_RELEVE',
    `ALTER TABLE statements DROP CONSTRAINT statements_once;
     UPDATE statements SET run_id = 1 WHERE id = 3`,
    'relevé REL-2026-000001 : 2 relevés ont les mêmes lignes'
  ),
  breach(
    'un relevé d’une campagne non émise est vu',
    'LIGNE_DANS_UN_RELEVE',
    `UPDATE runs SET state = 'approved', issued_at = NULL WHERE id = 3`,
    'relevé REL-2026-000004 : la campagne C3 n’est pas émise'
  ),
  breach(
    'une campagne approuvée par qui l’a préparée est vue',
    'APPROBATIONS',
    'UPDATE run_approvals SET approver_id = 1 WHERE run_id = 2 AND approver_id = 2',
    'campagne C2 : approuvée par la personne qui l’a préparée'
  ),
  breach(
    'une campagne approuvée par qui l’a soumise est vue',
    'APPROBATIONS',
    'UPDATE runs SET submitted_by = 3 WHERE id = 2',
    'campagne C2 : approuvée par la personne qui l’a préparée'
  ),
  breach(
    'une approbation d’un autre contenu est vue',
    'APPROBATIONS',
    `UPDATE runs SET content_hash = sha256('autre') WHERE id = 2`,
    'campagne C2 : approuvée avec un autre contenu que celui émis'
  ),
  breach(
    'une approbation qui manque pour ce montant est vue',
    'APPROBATIONS',
    `UPDATE run_approvals SET voided_at = now(), void_reason = 'essai' WHERE run_id = 1 AND approver_id = 3`,
    'campagne C1 : approbations valables : 1 sur 2'
  ),
  breach(
    'une approbation donnée après l’émission ne compte pas',
    'APPROBATIONS',
    `UPDATE run_approvals SET approved_at = '2026-04-11Z' WHERE run_id = 1 AND approver_id = 3`,
    'campagne C1 : approbations valables : 1 sur 2'
  ),
  breach(
    'un compte d’une autre association est vu',
    'COMPTE_PAYE',
    'UPDATE statements SET bank_account_id = 1 WHERE id = 2',
    'relevé REL-2026-000002 : compte d’une autre association'
  ),
  breach(
    'un compte jamais approuvé est vu',
    'COMPTE_PAYE',
    `UPDATE bank_accounts SET approved_by = NULL, approved_at = NULL, callback_note = NULL, payable_from = NULL WHERE id = 2`,
    'relevé REL-2026-000002 : compte non approuvé'
  ),
  breach(
    'un compte approuvé par qui l’a proposé est vu',
    'COMPTE_PAYE',
    `ALTER TABLE bank_accounts DROP CONSTRAINT bank_accounts_check; UPDATE bank_accounts SET approved_by = 1 WHERE id = 2`,
    'relevé REL-2026-000002 : compte approuvé par la personne qui l’a proposé'
  ),
  breach(
    'un compte payé avant la fin de son délai est vu',
    'COMPTE_PAYE',
    `UPDATE bank_accounts SET payable_from = '2026-04-10T08:00:01Z' WHERE id = 2`,
    'relevé REL-2026-000002 : compte utilisé avant la fin de son délai'
  ),
  breach(
    'un compte remplacé avant l’émission est vu',
    'COMPTE_PAYE',
    `UPDATE bank_accounts SET replaced_at = '2026-04-09Z' WHERE id = 2`,
    'relevé REL-2026-000002 : compte déjà remplacé'
  ),
  breach(
    'un virement vers un compte bloqué est vu',
    'COMPTE_PAYE',
    `UPDATE bank_accounts SET blocked_at = '2026-10-09Z', blocked_reason = 'retour' WHERE id = 2`,
    'virement REL-2026-000002 : compte bloqué'
  ),
  breach(
    'un relevé à payer sans compte est vu',
    'COMPTE_PAYE',
    `ALTER TABLE statements DROP CONSTRAINT statements_check2;
     UPDATE statements SET bank_account_id = NULL WHERE id = 4`,
    'relevé REL-2026-000004 : aucun compte'
  ),
  breach(
    'une autorisation de reversement postérieure à l’émission est vue',
    'AUTORISATION',
    `UPDATE reallocation_authorities SET recorded_at = '2026-04-11Z'`,
    'campagne C1 : aucune autorisation enregistrée avant le 10/04/2026 pour ESSAI-2026'
  ),
  breach(
    'une écriture déséquilibrée est vue',
    'ECRITURES_EQUILIBREES',
    'UPDATE journal_postings SET credit_cents = 4400 WHERE entry_id = 2 AND credit_cents > 0',
    'écriture 2 : débit 45,00 €, crédit 44,00 €'
  ),
  breach(
    'une écriture d’un seul mouvement est vue',
    'ECRITURES_EQUILIBREES',
    'DELETE FROM journal_postings WHERE entry_id = 2 AND position = 1',
    'écriture 2 : 1 mouvement'
  ),
  breach(
    'un mouvement au débit et au crédit est vu',
    'ECRITURES_EQUILIBREES',
    `ALTER TABLE journal_postings DROP CONSTRAINT journal_postings_check;
     UPDATE journal_postings SET debit_cents = 4500, credit_cents = 4500 WHERE entry_id = 2`,
    'écriture 2 : un mouvement n’est pas soit au débit, soit au crédit'
  ),
  breach(
    'des mouvements sans écriture sont vus',
    'ECRITURES_EQUILIBREES',
    'DELETE FROM journal_entries WHERE id = 4',
    'écriture 4 : mouvements sans écriture'
  ),
  breach(
    'un trou dans les numéros d’écriture est vu',
    'ECRITURES_SANS_TROU',
    'DELETE FROM journal_postings WHERE entry_id = 3; DELETE FROM journal_entries WHERE id = 3',
    'écriture 4 : suit l’écriture 2'
  ),
  breach(
    'une chaîne qui ne commence pas à 1 est vue',
    'ECRITURES_SANS_TROU',
    'DELETE FROM journal_postings WHERE entry_id = 1; DELETE FROM journal_entries WHERE id = 1',
    'écriture 2 : suit l’écriture 0'
  ),
  breach(
    'un libellé d’écriture changé est vu',
    'CHAINE_ENTIERE',
    `UPDATE journal_entries SET label = label || '.' WHERE id = 2`,
    'écriture 2 : son contenu n’est plus celui que son empreinte scelle'
  ),
  breach(
    'un compte changé dans un mouvement est vu',
    'CHAINE_ENTIERE',
    `UPDATE journal_postings SET account = '6572' WHERE entry_id = 2 AND position = 1`,
    'écriture 2 : son contenu n’est plus celui que son empreinte scelle'
  ),
  breach(
    'une empreinte refaite ne se raccorde plus à la suivante',
    'CHAINE_ENTIERE',
    `UPDATE journal_entries SET hash = sha256('refaite') WHERE id = 2`,
    'écriture 3 : ne suit pas l’empreinte de la précédente'
  ),
  breach(
    'des mouvements mal numérotés sont vus',
    'CHAINE_ENTIERE',
    'UPDATE journal_postings SET position = 3 WHERE entry_id = 2 AND position = 2',
    'écriture 2 : mouvements mal numérotés'
  ),
  breach(
    'un virement d’un autre montant que son relevé est vu',
    'RELEVE_EGALE_VIREMENT',
    `UPDATE transfers SET amount_cents = 2100 WHERE end_to_end_id = 'REL-2026-000004'`,
    'virement REL-2026-000004 : attendu 20,00 €, trouvé 21,00 €'
  ),
  breach(
    'deux virements vivants d’un relevé sont vus',
    'RELEVE_EGALE_VIREMENT',
    `DROP INDEX transfers_one_living; UPDATE transfers SET state = 'executed' WHERE statement_id = 2`,
    'relevé REL-2026-000002 : 2 virements vivants'
  ),
  breach(
    'une campagne payée dont un relevé n’a pas de virement est vue',
    'RELEVE_EGALE_VIREMENT',
    `UPDATE runs SET state = 'paid' WHERE id = 3; UPDATE transfers SET state = 'rejected' WHERE statement_id = 4`,
    'relevé REL-2026-000004 : aucun virement vivant, et la campagne C3 est payée'
  ),
  breach(
    'un ordre dont le nombre de virements est faux est vu',
    'ORDRE_EGALE_VIREMENTS',
    'UPDATE transfer_orders SET transfer_count = 3 WHERE id = 1',
    'ordre VIR-1 : 3 virements annoncés, 2 trouvés'
  ),
  breach(
    'un ordre dont le total est faux est vu',
    'ORDRE_EGALE_VIREMENTS',
    'UPDATE transfer_orders SET total_cents = 34501 WHERE id = 1',
    'ordre VIR-1 : attendu 345,00 €, trouvé 345,01 €'
  ),
  breach(
    'un EndToEndId qui n’est pas le numéro du relevé est vu',
    'ENDTOENDID',
    `UPDATE transfers SET end_to_end_id = 'AUTRE' WHERE statement_id = 4`,
    'virement AUTRE : attendu REL-2026-000004'
  ),
  breach(
    'une réémission sans suffixe est vue',
    'ENDTOENDID',
    `UPDATE transfers SET end_to_end_id = 'REL-2026-000002-3' WHERE end_to_end_id = 'REL-2026-000002-2'`,
    'virement REL-2026-000002-3 : attendu REL-2026-000002-2'
  ),
  breach(
    'un EndToEndId qui sert deux fois est vu',
    'ENDTOENDID',
    `ALTER TABLE transfers DROP CONSTRAINT transfers_end_to_end_id_key;
     UPDATE transfers SET end_to_end_id = 'REL-2026-000002' WHERE statement_id = 2`,
    'virement REL-2026-000002 : 2 virements de cet identifiant'
  ),
  breach(
    'un identifiant d’instruction qui sert deux fois est vu',
    'ENDTOENDID',
    `ALTER TABLE transfers DROP CONSTRAINT transfers_instruction_id_key;
     UPDATE transfers SET instruction_id = 'I-1' WHERE statement_id IN (1, 4)`,
    'virement REL-2026-000001 : InstrId I-1 porté 2 fois'
  ),
  breach(
    'un relevé émis sans son classeur est vu',
    'DOCUMENTS',
    `DELETE FROM documents WHERE statement_id = 2 AND kind = 'statement_xlsx'`,
    'relevé REL-2026-000002 : document absent (statement_xlsx)'
  ),
  breach(
    'une empreinte de document changée est vue',
    'EMPREINTES',
    `UPDATE documents SET sha256 = sha256('autre') WHERE statement_id = 2 AND kind = 'statement_pdf'`,
    'REL-2026-000002.statement_pdf : l’empreinte du fichier n’est pas celle enregistrée'
  ),
  breach(
    'une taille de document changée est vue',
    'EMPREINTES',
    `UPDATE documents SET size_bytes = 7 WHERE statement_id = 2 AND kind = 'statement_pdf'`,
    'REL-2026-000002.statement_pdf : 29 octets au lieu de 7'
  ),
  breach(
    'une empreinte d’ordre changée est vue',
    'FICHIERS_DE_VIREMENT',
    `UPDATE transfer_orders SET sha256 = sha256('autre') WHERE id = 1`,
    'ordre VIR-1 : l’empreinte du fichier n’est pas celle enregistrée'
  ),
  breach(
    'un compte payé changé depuis l’envoi du fichier est vu',
    'FICHIERS_DE_VIREMENT',
    `UPDATE bank_accounts SET iban_last4 = '9999' WHERE id = 1`,
    'ordre VIR-1 : le virement REL-2026-000001 y porte un autre compte'
  ),
  breach(
    'un déclencheur désactivé est vu',
    'PROTECTIONS',
    'ALTER TABLE statements DISABLE TRIGGER statements_append_only',
    'déclencheur statements_append_only : absent ou désactivé'
  ),
  breach(
    'un déclencheur qui ne joue plus que pour les réplicas est vu',
    'PROTECTIONS',
    'ALTER TABLE transfers ENABLE REPLICA TRIGGER transfers_frozen',
    'déclencheur transfers_frozen : absent ou désactivé'
  ),
  breach(
    'une contrainte supprimée est vue',
    'PROTECTIONS',
    'ALTER TABLE transfers DROP CONSTRAINT transfers_amount_cents_check',
    'contrainte transfers_amount_cents_check : absent ou désactivé'
  ),
  breach(
    'une contrainte remise sans vérifier l’existant est vue',
    'PROTECTIONS',
    `ALTER TABLE transfers DROP CONSTRAINT transfers_amount_cents_check;
     ALTER TABLE transfers ADD CONSTRAINT transfers_amount_cents_check CHECK (amount_cents > 0) NOT VALID`,
    'contrainte transfers_amount_cents_check : absent ou désactivé'
  ),
  breach(
    'un index unique supprimé est vu',
    'PROTECTIONS',
    'DROP INDEX settlement_lines_paid_once',
    'index unique settlement_lines_paid_once : absent ou désactivé'
  ),
]
