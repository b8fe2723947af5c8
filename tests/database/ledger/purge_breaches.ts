import type { Breach } from '#tests/database/ledger/breach'

const ANONYMISED = `reference = 'ANO-1', mandate = 'non_precise', facts = NULL, collective_event = NULL, import_row = NULL,
  opened_on = date_trunc('quarter', opened_on::timestamp)`

export const PURGE_BREACHES: readonly Breach[] = [
  [
    'une saisine anonymisée à côté du registre est vue',
    'PURGES_INSCRITES',
    `UPDATE saisines SET anonymised_at = '2026-11-01T10:00Z', ${ANONYMISED} WHERE id = 1`,
    'saisine 1 : anonymisée sans purge inscrite',
  ],
  [
    'une purge qui ne compte pas ce qu’elle a anonymisé est vue',
    'PURGES_INSCRITES',
    `INSERT INTO purge_rehearsals (id, today, digest, counts, rehearsed_by) OVERRIDING SYSTEM VALUE
       SELECT 7, '2026-11-01', sha256('x'), '{}', min(id) FROM users;
     INSERT INTO openings (id, purpose, rehearsal_id, opened_by) OVERRIDING SYSTEM VALUE
       SELECT 7, 'purge', 7, min(id) FROM users;
     INSERT INTO opening_counts VALUES (7, 'saisines', 2)`,
    'purge 7 : 2 saisines inscrites, 0 anonymisées',
  ],
]
