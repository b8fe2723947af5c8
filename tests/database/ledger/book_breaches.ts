import type { Breach } from '#tests/database/ledger/breach'

export const BOOK_BREACHES: readonly Breach[] = [
  [
    'un versement passé deux fois est vu',
    'VERSEMENTS_PASSES',
    `DROP INDEX journal_entries_receipt_once; ALTER TABLE journal_entries DROP CONSTRAINT journal_entries_subject;
     UPDATE journal_entries SET receipt_id = 1 WHERE id = 7`,
    'versement VRST-1 : 2 écritures',
  ],
  [
    'un versement passé à un autre montant est vu',
    'VERSEMENTS_PASSES',
    'UPDATE funder_receipts SET amount_cents = 50100',
    'versement VRST-1 : attendu 501,00 €, trouvé 500,00 €',
  ],
  [
    'un versement contre-passé sans son écriture inverse est vu',
    'VERSEMENTS_PASSES',
    `UPDATE funder_receipts SET reversed_at = now(), reversed_by = 1, reversal_reason = 'essai'`,
    'versement VRST-1 : 0 contre-passation, 1 attendue',
  ],
  [
    'une note de débit payée hors des livres est vue',
    'EMPLOI_DES_FONDS',
    `INSERT INTO debit_notes (statement_id, number, year, sequence, amount_cents, reason, decided_by)
       VALUES (3, 'NDD-2026-000001', 2026, 1, 5000, 'essai', 2);
     INSERT INTO debit_payments (statement_id, paid_on, reference, recorded_by, recorded_at)
       VALUES (3, '2026-10-01', 'X', 2, now())`,
    'convention ESSAI-2026 : relevés moins virements et dettes payées : attendu 115,00 €, trouvé 65,00 €',
  ],
  [
    'un versement qu’une clôture a laissé hors des livres est vu',
    'VERSEMENTS_PASSES',
    `INSERT INTO funder_receipts (id, convention_id, received_on, amount_cents, reference, recorded_at)
       OVERRIDING SYSTEM VALUE VALUES (2, 1, '2026-05-01', 100, 'VRST-2', '2026-06-01Z')`,
    'versement VRST-2 : absent d’une période close après son enregistrement',
  ],
  [
    'un lettrage qui ne tombe plus juste est vu',
    'LETTRAGE_EQUILIBRE',
    'UPDATE journal_postings SET debit_cents = 4600 WHERE entry_id = 6 AND debit_cents > 0',
    'lettrage AA de 4671 AV71 : attendu 46,00 €, trouvé 45,00 €',
  ],
  [
    'un lettrage d’une seule imputation est vu',
    'LETTRAGE_EQUILIBRE',
    'DELETE FROM lettered_postings WHERE entry_id = 6',
    'lettrage AA de 4671 AV71 : 1 imputation',
  ],
  [
    'un lettrage de deux comptes est vu',
    'LETTRAGE_EQUILIBRE',
    `UPDATE journal_postings SET auxiliary = 'AV99' WHERE entry_id = 6 AND auxiliary IS NOT NULL`,
    'lettrage AA de 4671 AV71 : imputations d’un autre compte',
  ],
  [
    'une écriture ajoutée à une période close est vue',
    'PERIODES_CLOSES',
    `UPDATE journal_entries SET entry_date = '2026-06-30' WHERE id = 4`,
    'clôture au 30/06/2026 : 2 écritures scellées, 3 trouvées',
  ],
  [
    'une écriture changée dans une période close est vue',
    'PERIODES_CLOSES',
    `UPDATE journal_entries SET hash = sha256('autre') WHERE id = 1`,
    'clôture au 30/06/2026 : les écritures ne sont plus celles que la clôture scelle',
  ],
  [
    'un montant changé dans une période close est vu',
    'PERIODES_CLOSES',
    'UPDATE journal_postings SET debit_cents = 30100 WHERE entry_id = 1 AND debit_cents > 0',
    'clôture au 30/06/2026 : attendu 345,00 €, trouvé 346,00 €',
  ],
  [
    'un retour absent des livres est vu dans l’emploi des fonds',
    'EMPLOI_DES_FONDS',
    'DELETE FROM journal_postings WHERE entry_id = 7; DELETE FROM journal_entries WHERE id = 7',
    'convention ESSAI-2026 : relevés moins virements et dettes payées : attendu 65,00 €, trouvé 20,00 €',
  ],
  [
    'un versement d’un autre montant que son écriture est vu dans l’emploi des fonds',
    'EMPLOI_DES_FONDS',
    'UPDATE funder_receipts SET amount_cents = 50100',
    'convention ESSAI-2026 : versements : attendu 501,00 €, trouvé 500,00 €',
  ],
  [
    'des comptes qui ne se répondent plus sont vus dans l’emploi des fonds',
    'EMPLOI_DES_FONDS',
    'UPDATE journal_postings SET credit_cents = 4600 WHERE entry_id = 6 AND credit_cents > 0',
    'convention ESSAI-2026 : reçu 50000, payé 30100, à payer 6500, reste 13500 centimes',
  ],
  [
    'une campagne qui dépasse l’enveloppe qu’elle partage est vue',
    'PARTAGES',
    'UPDATE run_shares SET left_cents = 34000',
    'campagne C1 : attendu 340,00 €, trouvé 345,00 €',
  ],
  [
    'une reprise de ce qui n’est pas un abattement est vue',
    'PARTAGES',
    `INSERT INTO settlement_lines (id, run_id, association_id, position, kind, corrects_line_id, amount_cents)
       VALUES (99, 3, 1, 9, 'arrears', 1, 100)`,
    'ligne 99 : reprend une ligne qui n’est pas un abattement',
  ],
  [
    'un abattement hors de tout partage est vu',
    'PARTAGES',
    `INSERT INTO settlement_lines (id, run_id, association_id, position, kind, due_cents, already_cents, amount_cents)
       VALUES (98, 2, 1, 9, 'abatement', 0, 100, -100)`,
    'ligne 98 : abattement sans partage d’enveloppe',
  ],
  [
    'un abattement repris à un autre montant est vu',
    'PARTAGES',
    `INSERT INTO settlement_lines (id, run_id, association_id, position, kind, due_cents, already_cents, amount_cents)
       VALUES (98, 1, 1, 9, 'abatement', 0, 100, -100);
     INSERT INTO settlement_lines (id, run_id, association_id, position, kind, corrects_line_id, amount_cents)
       VALUES (99, 3, 1, 9, 'arrears', 98, 90)`,
    'ligne 99 : attendu 1,00 €, trouvé 0,90 €',
  ],
]
