import type { Breach } from '#tests/database/ledger/breach'

export const JOURNAL_BREACHES: readonly Breach[] = [
  [
    'un relevé sans écriture est vu',
    'RELEVE_EGALE_ECRITURE',
    'DELETE FROM journal_postings WHERE entry_id = 4; DELETE FROM journal_entries WHERE id = 4',
    'relevé REL-2026-000004 : 0 écriture',
  ],
  [
    'une écriture d’un autre montant que son relevé est vue',
    'RELEVE_EGALE_ECRITURE',
    `UPDATE journal_postings SET debit_cents = 4600 WHERE entry_id = 2 AND debit_cents > 0;
     UPDATE journal_postings SET credit_cents = 4600 WHERE entry_id = 2 AND credit_cents > 0`,
    'relevé REL-2026-000002 : attendu 45,00 €, trouvé 46,00 €',
  ],
  [
    'une écriture dans le mauvais sens est vue',
    'RELEVE_EGALE_ECRITURE',
    'UPDATE journal_postings SET debit_cents = credit_cents, credit_cents = debit_cents WHERE entry_id = 2',
    'relevé REL-2026-000002 : attendu 45,00 €, trouvé -45,00 €',
  ],
  [
    'une écriture d’une autre pièce est vue',
    'RELEVE_EGALE_ECRITURE',
    `UPDATE journal_entries SET piece_ref = 'REL-2026-000009' WHERE id = 2`,
    'relevé REL-2026-000002 : l’écriture porte la pièce REL-2026-000009',
  ],
  [
    'une écriture déséquilibrée est vue',
    'ECRITURES_EQUILIBREES',
    'UPDATE journal_postings SET credit_cents = 4400 WHERE entry_id = 2 AND credit_cents > 0',
    'écriture 2 : débit 45,00 €, crédit 44,00 €',
  ],
  [
    'une écriture d’un seul mouvement est vue',
    'ECRITURES_EQUILIBREES',
    'DELETE FROM journal_postings WHERE entry_id = 2 AND position = 1',
    'écriture 2 : 1 mouvement',
  ],
  [
    'un mouvement au débit et au crédit est vu',
    'ECRITURES_EQUILIBREES',
    `ALTER TABLE journal_postings DROP CONSTRAINT journal_postings_check;
     UPDATE journal_postings SET debit_cents = 4500, credit_cents = 4500 WHERE entry_id = 2`,
    'écriture 2 : un mouvement n’est pas soit au débit, soit au crédit',
  ],
  [
    'des mouvements sans écriture sont vus',
    'ECRITURES_EQUILIBREES',
    'DELETE FROM journal_entries WHERE id = 4',
    'écriture 4 : mouvements sans écriture',
  ],
  [
    'un trou dans les numéros d’écriture est vu',
    'ECRITURES_SANS_TROU',
    'DELETE FROM journal_postings WHERE entry_id = 3; DELETE FROM journal_entries WHERE id = 3',
    'écriture 4 : suit l’écriture 2',
  ],
  [
    'une chaîne qui ne commence pas à 1 est vue',
    'ECRITURES_SANS_TROU',
    'DELETE FROM journal_postings WHERE entry_id = 1; DELETE FROM journal_entries WHERE id = 1',
    'écriture 2 : suit l’écriture 0',
  ],
  [
    'un libellé d’écriture changé est vu',
    'CHAINE_ENTIERE',
    `UPDATE journal_entries SET label = label || '.' WHERE id = 2`,
    'écriture 2 : son contenu n’est plus celui que son empreinte scelle',
  ],
  [
    'un compte changé dans un mouvement est vu',
    'CHAINE_ENTIERE',
    `UPDATE journal_postings SET account = '6572' WHERE entry_id = 2 AND position = 1`,
    'écriture 2 : son contenu n’est plus celui que son empreinte scelle',
  ],
  [
    'une empreinte refaite ne se raccorde plus à la suivante',
    'CHAINE_ENTIERE',
    `UPDATE journal_entries SET hash = sha256('refaite') WHERE id = 2`,
    'écriture 3 : ne suit pas l’empreinte de la précédente',
  ],
  [
    'des mouvements mal numérotés sont vus',
    'CHAINE_ENTIERE',
    'UPDATE journal_postings SET position = 3 WHERE entry_id = 2 AND position = 2',
    'écriture 2 : mouvements mal numérotés',
  ],
]
