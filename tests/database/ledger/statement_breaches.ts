import type { Breach } from '#tests/database/ledger/breach'

export const STATEMENT_BREACHES: readonly Breach[] = [
  [
    'une somme de campagne qui n’est plus celle de ses lignes est vue',
    'SOMMES_DES_CAMPAGNES',
    'UPDATE run_associations SET total_cents = total_cents + 100 WHERE run_id = 1 AND association_id = 1',
    'campagne 1, association 1 : attendu 300,00 €, trouvé 301,00 €',
  ],
  [
    'une ligne que les sommes ne comptent pas est vue',
    'SOMMES_DES_CAMPAGNES',
    'DELETE FROM settlement_lines WHERE id = 5',
    'campagne 3, association 1 : 1 lignes et 1 saisines, comptées 2 et 1',
  ],
  [
    'une prestation comptée sans ligne est vue',
    'SOMMES_DES_CAMPAGNES',
    `INSERT INTO run_services VALUES (1, 1, 'aucune', 2, 500)`,
    'campagne 1, association 1, prestation « aucune » : 0 lignes, comptées 2',
  ],
  [
    'une régularisation qui oublie ce qui était payé est vue',
    'REGULARISATIONS',
    'UPDATE settlement_lines SET already_cents = 29000, due_cents = 24000 WHERE id = 3',
    'ligne 3 : déjà payé : attendu 300,00 €, trouvé 290,00 €',
  ],
  [
    'une régularisation qui ne ramène pas à ce qui est dû est vue',
    'REGULARISATIONS',
    `ALTER TABLE settlement_lines DROP CONSTRAINT settlement_lines_correction_recomputes;
     UPDATE settlement_lines SET due_cents = 26000 WHERE id = 3`,
    'ligne 3 : attendu -40,00 €, trouvé -50,00 €',
  ],
  [
    'une régularisation autre que celle décidée est vue',
    'REGULARISATIONS',
    'UPDATE settlement_lines SET due_cents = 24000, amount_cents = -6000 WHERE id = 3',
    'ligne 3 : diffère de la régularisation décidée',
  ],
  [
    'une régularisation refusée et pourtant payée est vue',
    'REGULARISATIONS',
    `UPDATE proposed_corrections SET state = 'refused'`,
    'ligne 3 : diffère de la régularisation décidée',
  ],
  [
    'une régularisation de la ligne d’une autre saisine est vue',
    'REGULARISATIONS',
    'UPDATE settlement_lines SET corrects_line_id = 4 WHERE id = 3',
    'ligne 3 : corrige une ligne d’une autre saisine, prestation ou association',
  ],
  [
    'un report d’un autre montant que le solde est vu',
    'REPORT_REPRIS',
    'UPDATE settlement_lines SET amount_cents = -4000 WHERE id = 5',
    'ligne 5 : attendu -50,00 €, trouvé -40,00 €',
  ],
  [
    'le report du solde d’une autre association est vu',
    'REPORT_REPRIS',
    'UPDATE statements SET association_id = 2 WHERE id = 3',
    'ligne 5 : reprend le relevé REL-2026-000003 d’une autre association',
  ],
  [
    'le report du solde d’une autre convention est vu',
    'REPORT_REPRIS',
    'UPDATE runs SET convention_id = 2 WHERE id = 2',
    'ligne 5 : reprend le relevé REL-2026-000003 d’une autre convention',
  ],
  [
    'un solde repris deux fois est vu',
    'REPORT_REPRIS',
    `DROP INDEX settlement_lines_carried_once;
     INSERT INTO settlement_lines (id, run_id, association_id, position, kind, carried_statement_id, amount_cents)
       VALUES (6, 3, 1, 3, 'carry_forward', 3, -5000)`,
    'relevé REL-2026-000003 : solde repris 2 fois',
  ],
  [
    'un solde négatif oublié au relevé suivant est vu',
    'REPORT_REPRIS',
    'DELETE FROM settlement_lines WHERE id = 5',
    'relevé REL-2026-000003 : solde négatif non repris au relevé suivant',
  ],
  [
    'un trou dans les numéros de relevé est vu',
    'RELEVES_SANS_TROU',
    'UPDATE statements SET sequence = 7 WHERE id = 4',
    'relevé REL-2026-000004 : rang 7 après le rang 3 en 2026',
  ],
  [
    'une année qui ne commence pas à 1 est vue',
    'RELEVES_SANS_TROU',
    'UPDATE statements SET year = 2027 WHERE id = 4',
    'relevé REL-2026-000004 : rang 4 après le rang 0 en 2027',
  ],
  [
    'deux relevés du même numéro sont vus',
    'RELEVES_SANS_TROU',
    `ALTER TABLE statements DROP CONSTRAINT statements_number_key;
     UPDATE statements SET number = 'REL-2026-000001' WHERE id = 2`,
    'relevé REL-2026-000001 : 2 relevés de ce numéro',
  ],
  [
    'une ligne changée sous son relevé est vue',
    'RELEVE_EGALE_LIGNES',
    'UPDATE settlement_lines SET reduction_cents = 400, amount_cents = 4600 WHERE id = 2',
    'relevé REL-2026-000002 : attendu 46,00 €, trouvé 45,00 €',
  ],
  [
    'une ligne nulle ajoutée à un relevé émis est vue',
    'RELEVE_EGALE_LIGNES',
    `INSERT INTO settlement_lines (id, run_id, association_id, position, kind, saisine_id, form_id, fee_id, service_code,
       priced_on, unit_cents, quantity_asked, quantity_retained, amount_cents)
     VALUES (6, 1, 2, 2, 'service', 2, 2, 1, 'ecoute', '2026-01-12', 30000, 1, 0, 0)`,
    'relevé REL-2026-000002 : 1 lignes annoncées, 2 trouvées',
  ],
  [
    'un net à payer autre que le total est vu',
    'NET_OU_REPORT',
    `ALTER TABLE statements DROP CONSTRAINT statements_check; UPDATE statements SET payable_cents = 4400 WHERE id = 2`,
    'relevé REL-2026-000002 : total 45,00 €, à payer 44,00 €, reporté 0,00 €',
  ],
  [
    'un solde négatif non reporté est vu',
    'NET_OU_REPORT',
    `ALTER TABLE statements DROP CONSTRAINT statements_check1; UPDATE statements SET carried_cents = 0 WHERE id = 3`,
    'relevé REL-2026-000003 : total -50,00 €, à payer 0,00 €, reporté 0,00 €',
  ],
  [
    'une campagne qui n’est pas la somme de ses relevés est vue',
    'CAMPAGNE_EGALE_RELEVES',
    'UPDATE runs SET total_cents = 34600 WHERE id = 1',
    'campagne C1 : attendu 345,00 €, trouvé 346,00 €',
  ],
  [
    'une campagne émise sans total est vue',
    'CAMPAGNE_EGALE_RELEVES',
    'UPDATE runs SET total_cents = NULL WHERE id = 1',
    'campagne C1 : attendu 345,00 €, trouvé rien',
  ],
  [
    'une ligne émise sans relevé est vue',
    'LIGNE_DANS_UN_RELEVE',
    'DELETE FROM statements WHERE id = 2',
    'ligne 2 : aucun relevé dans la campagne C1, qui est émise',
  ],
  [
    'deux relevés des mêmes lignes sont vus',
    'LIGNE_DANS_UN_RELEVE',
    `ALTER TABLE statements DROP CONSTRAINT statements_once;
     UPDATE statements SET run_id = 1 WHERE id = 3`,
    'relevé REL-2026-000001 : 2 relevés ont les mêmes lignes',
  ],
  [
    'un relevé d’une campagne non émise est vu',
    'LIGNE_DANS_UN_RELEVE',
    `UPDATE runs SET state = 'approved', issued_at = NULL WHERE id = 3`,
    'relevé REL-2026-000004 : la campagne C3 n’est pas émise',
  ],
]
