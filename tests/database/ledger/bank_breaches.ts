import type { Breach } from '#tests/database/ledger/breach'

export const BANK_BREACHES: readonly Breach[] = [
  [
    'un virement exécuté sans que la banque l’ait dit est vu',
    'VIREMENT_PROUVE',
    `UPDATE transfers SET state = 'executed' WHERE end_to_end_id = 'REL-2026-000004'`,
    'virement REL-2026-000004 : exécuté sans que la banque l’ait dit',
  ],
  [
    'un virement resté accepté quand la banque l’a exécuté est vu',
    'VIREMENT_PROUVE',
    `UPDATE transfers SET state = 'accepted' WHERE end_to_end_id = 'REL-2026-000001'`,
    'virement REL-2026-000001 : accepté, et la banque l’a dit exécuté',
  ],
  [
    'un retour sans exécution est vu',
    'VIREMENT_PROUVE',
    `DELETE FROM transfer_moves WHERE transfer_id = 2 AND state = 'executed'`,
    'virement REL-2026-000002 : retourné sans avoir été exécuté',
  ],
  [
    'un virement exécuté sans écriture est vu',
    'VIREMENT_EGALE_ECRITURES',
    'DELETE FROM journal_postings WHERE entry_id = 5; DELETE FROM journal_entries WHERE id = 5',
    'virement REL-2026-000001 : exécuté, 0 écriture d’exécution',
  ],
  [
    'un virement retourné sans écriture de retour est vu',
    'VIREMENT_EGALE_ECRITURES',
    'DELETE FROM journal_postings WHERE entry_id = 7; DELETE FROM journal_entries WHERE id = 7',
    'virement REL-2026-000002 : retourné, 0 écriture de retour',
  ],
  [
    'une exécution comptabilisée pour un autre montant est vue',
    'VIREMENT_EGALE_ECRITURES',
    `UPDATE journal_postings SET debit_cents = 29000 WHERE entry_id = 5 AND debit_cents > 0`,
    'virement REL-2026-000001 : attendu 300,00 €, trouvé 290,00 €',
  ],
  [
    'un retour comptabilisé pour un autre montant est vu',
    'VIREMENT_EGALE_ECRITURES',
    `UPDATE journal_postings SET credit_cents = 4400 WHERE entry_id = 7 AND credit_cents > 0`,
    'virement REL-2026-000002 : attendu 45,00 €, trouvé 44,00 €',
  ],
  [
    'une exécution passée sur un autre relevé est vue',
    'VIREMENT_EGALE_ECRITURES',
    `UPDATE journal_entries SET statement_id = 4 WHERE id = 5`,
    'virement REL-2026-000001 : son écriture est d’un autre relevé',
  ],
  [
    'une exécution contre-passée d’un virement que la banque a exécuté est vue',
    'VIREMENT_EGALE_ECRITURES',
    reversal(9, 5),
    'virement REL-2026-000001 : exécuté, 0 écriture d’exécution',
  ],
  [
    'une contre-passation d’un autre montant est vue',
    'CONTRE_PASSATIONS',
    `${reversal(9, 5)}; UPDATE journal_postings SET credit_cents = 29900 WHERE entry_id = 9 AND credit_cents > 0`,
    'écriture 9 : n’est pas l’inverse de l’écriture 5',
  ],
  [
    'une contre-passation d’un autre virement est vue',
    'CONTRE_PASSATIONS',
    `${reversal(9, 5)}; UPDATE journal_entries SET reverses_id = 6 WHERE id = 9`,
    'écriture 9 : contre-passe l’écriture 6, qui n’est pas du même virement',
  ],
  [
    'une écriture contre-passée deux fois est vue',
    'CONTRE_PASSATIONS',
    `DROP INDEX journal_entries_reversed_once; ${reversal(9, 5)}; ${reversal(10, 5)}`,
    'écriture 10 : l’écriture 5 est contre-passée deux fois',
  ],
  [
    'un relevé payé deux fois est vu',
    'RELEVE_PAYE_UNE_FOIS',
    `DROP INDEX transfers_one_living; UPDATE transfers SET state = 'executed' WHERE statement_id = 2`,
    'relevé REL-2026-000002 : 2 virements exécutés',
  ],
  [
    'un relevé dont les écritures ne font pas le paiement est vu',
    'RELEVE_PAYE_UNE_FOIS',
    `UPDATE transfers SET state = 'issued' WHERE end_to_end_id = 'REL-2026-000001'`,
    'relevé REL-2026-000001 : attendu 0,00 €, trouvé 300,00 €',
  ],
  [
    'une campagne payée dont un virement attend est vue',
    'CAMPAGNE_PAYEE',
    `UPDATE runs SET state = 'paid' WHERE id = 3`,
    'campagne C3 : 1 relevés sans virement exécuté',
  ],
  [
    'une ligne de banque qui n’est pas la somme de ses parts est vue',
    'LIGNES_DE_BANQUE',
    `UPDATE bank_movements SET amount_cents = -30001 WHERE id = 1`,
    'mouvement 1 : attendu -300,01 €, trouvé -300,00 €',
  ],
  [
    'une ligne de banque qui ne fait pas la somme de ses virements est vue',
    'LIGNES_DE_BANQUE',
    `UPDATE bank_movements SET amount_cents = -30001 WHERE id = 1; UPDATE bank_parts SET amount_cents = -30001 WHERE id = 1`,
    'ligne de banque 1 : attendu -300,01 €, trouvé -300,00 €',
  ],
  [
    'une ligne de banque sans virement ni suspens est vue',
    'LIGNES_DE_BANQUE',
    `DELETE FROM transfer_moves WHERE part_id = 3`,
    'ligne de banque 3 : ni virement, ni suspens',
  ],
  [
    'une ligne de banque rapprochée et en suspens à la fois est vue',
    'LIGNES_DE_BANQUE',
    `INSERT INTO bank_items (part_id, code, message, remedy, resolution, resolution_reason, resolved_by, resolved_at)
       VALUES (1, 'X', 'X', 'X', 'dismissed', 'X', 1, now())`,
    'ligne de banque 1 : suit des virements et reste en suspens',
  ],
  [
    'une réponse de la banque altérée est vue',
    'REPONSES_ARCHIVEES',
    `UPDATE bank_files SET sha256 = sha256('autre')`,
    'bank/1.xml : ce n’est plus le fichier reçu',
  ],
]

function reversal(id: number, reversed: number): string {
  return `INSERT INTO journal_entries (id, kind, journal_code, journal_label, entry_date, piece_ref, piece_date, label,
      statement_id, transfer_id, reverses_id, previous_hash, hash)
    SELECT ${id}, kind, journal_code, journal_label, entry_date, piece_ref, piece_date, label, statement_id, transfer_id, id,
      hash, sha256('${id}') FROM journal_entries WHERE id = ${reversed};
    INSERT INTO journal_postings (entry_id, position, account, account_label, auxiliary, auxiliary_label, debit_cents,
      credit_cents)
    SELECT ${id}, position, account, account_label, auxiliary, auxiliary_label, credit_cents, debit_cents
    FROM journal_postings WHERE entry_id = ${reversed}`
}
