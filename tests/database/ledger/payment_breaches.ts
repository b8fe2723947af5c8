import type { Breach } from '#tests/database/ledger/breach'

export const PAYMENT_BREACHES: readonly Breach[] = [
  [
    'un virement d’un autre montant que son relevé est vu',
    'RELEVE_EGALE_VIREMENT',
    `UPDATE transfers SET amount_cents = 2100 WHERE end_to_end_id = 'REL-2026-000004'`,
    'virement REL-2026-000004 : attendu 20,00 €, trouvé 21,00 €',
  ],
  [
    'deux virements vivants d’un relevé sont vus',
    'RELEVE_EGALE_VIREMENT',
    `DROP INDEX transfers_one_living; UPDATE transfers SET state = 'executed' WHERE statement_id = 2`,
    'relevé REL-2026-000002 : 2 virements vivants',
  ],
  [
    'une campagne payée dont un relevé n’a pas de virement est vue',
    'RELEVE_EGALE_VIREMENT',
    `UPDATE runs SET state = 'paid' WHERE id = 3; UPDATE transfers SET state = 'rejected' WHERE statement_id = 4`,
    'relevé REL-2026-000004 : aucun virement vivant, et la campagne C3 est payée',
  ],
  [
    'un ordre dont le nombre de virements est faux est vu',
    'ORDRE_EGALE_VIREMENTS',
    'UPDATE transfer_orders SET transfer_count = 3 WHERE id = 1',
    'ordre VIR-1 : 3 virements annoncés, 2 trouvés',
  ],
  [
    'un ordre dont le total est faux est vu',
    'ORDRE_EGALE_VIREMENTS',
    'UPDATE transfer_orders SET total_cents = 34501 WHERE id = 1',
    'ordre VIR-1 : attendu 345,00 €, trouvé 345,01 €',
  ],
  [
    'un EndToEndId qui n’est pas le numéro du relevé est vu',
    'ENDTOENDID',
    `UPDATE transfers SET end_to_end_id = 'AUTRE' WHERE statement_id = 4`,
    'virement AUTRE : attendu REL-2026-000004',
  ],
  [
    'une réémission sans suffixe est vue',
    'ENDTOENDID',
    `UPDATE transfers SET end_to_end_id = 'REL-2026-000002-3' WHERE end_to_end_id = 'REL-2026-000002-2'`,
    'virement REL-2026-000002-3 : attendu REL-2026-000002-2',
  ],
  [
    'un EndToEndId qui sert deux fois est vu',
    'ENDTOENDID',
    `ALTER TABLE transfers DROP CONSTRAINT transfers_end_to_end_id_key;
     UPDATE transfers SET end_to_end_id = 'REL-2026-000002' WHERE statement_id = 2`,
    'virement REL-2026-000002 : 2 virements de cet identifiant',
  ],
  [
    'un identifiant d’instruction qui sert deux fois est vu',
    'ENDTOENDID',
    `ALTER TABLE transfers DROP CONSTRAINT transfers_instruction_id_key;
     UPDATE transfers SET instruction_id = 'I-1' WHERE statement_id IN (1, 4)`,
    'virement REL-2026-000001 : InstrId I-1 porté 2 fois',
  ],
  [
    'un relevé émis sans son classeur est vu',
    'DOCUMENTS',
    `DELETE FROM documents WHERE statement_id = 2 AND kind = 'statement_xlsx'`,
    'relevé REL-2026-000002 : document absent (statement_xlsx)',
  ],
  [
    'une note de débit sans son document est vue',
    'DOCUMENTS',
    `INSERT INTO debit_notes (statement_id, number, year, sequence, amount_cents, reason, decided_by)
       VALUES (3, 'NDD-2026-000001', 2026, 1, 5000, 'essai', 2)`,
    'note de débit NDD-2026-000001 : document absent (debit_note_pdf)',
  ],
  [
    'une empreinte de document changée est vue',
    'EMPREINTES',
    `UPDATE documents SET sha256 = sha256('autre') WHERE statement_id = 2 AND kind = 'statement_pdf'`,
    'REL-2026-000002.statement_pdf : l’empreinte du fichier n’est pas celle enregistrée',
  ],
  [
    'une taille de document changée est vue',
    'EMPREINTES',
    `UPDATE documents SET size_bytes = 7 WHERE statement_id = 2 AND kind = 'statement_pdf'`,
    'REL-2026-000002.statement_pdf : 29 octets au lieu de 7',
  ],
  [
    'une empreinte d’ordre changée est vue',
    'FICHIERS_DE_VIREMENT',
    `UPDATE transfer_orders SET sha256 = sha256('autre') WHERE id = 1`,
    'ordre VIR-1 : l’empreinte du fichier n’est pas celle enregistrée',
  ],
  [
    'un compte payé changé depuis l’envoi du fichier est vu',
    'FICHIERS_DE_VIREMENT',
    `UPDATE bank_accounts SET iban_last4 = '9999' WHERE id = 1`,
    'ordre VIR-1 : le virement REL-2026-000001 y porte un autre compte',
  ],
]
