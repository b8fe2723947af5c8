import type { Breach } from '#tests/database/ledger/breach'

const ANONYMISED = `reference = 'ANO-1', mandate = 'non_precise', facts = NULL, collective_event = NULL, import_row = NULL,
  opened_on = date_trunc('quarter', opened_on::timestamp)`

/** The door 7, announced on 1 November 2026. */
function opened(purpose: 'purge' | 'destruction'): string {
  return `INSERT INTO purge_rehearsals (id, today, digest, counts, rehearsed_by, purpose) OVERRIDING SYSTEM VALUE
       SELECT 7, '2026-11-01', sha256('x'), '{}', min(id), '${purpose}' FROM users;
     INSERT INTO openings (id, purpose, rehearsal_id, opened_by) OVERRIDING SYSTEM VALUE
       SELECT 7, '${purpose}', 7, min(id) FROM users`
}

function destroyed(datedOn: string): string {
  return `INSERT INTO destroyed_files (file_key, sha256, dated_on, opening_id)
     SELECT file_key, sha256, '${datedOn}', 7 FROM documents WHERE statement_id = 2 AND kind = 'statement_pdf'`
}

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
    `${opened('purge')}; INSERT INTO opening_counts VALUES (7, 'saisines', 2)`,
    'purge 7 : 2 saisines inscrites, 0 anonymisées',
  ],
  [
    'une pièce détruite par autre chose qu’une destruction est vue',
    'DESTRUCTIONS_INSCRITES',
    `${opened('purge')}; ${destroyed('2010-05-04')}`,
    'REL-2026-000002.statement_pdf : détruite sans destruction inscrite',
  ],
  [
    'une pièce détruite avant ses dix ans est vue',
    'DESTRUCTIONS_INSCRITES',
    `${opened('destruction')}; ${destroyed('2016-01-01')}`,
    'REL-2026-000002.statement_pdf : détruite avant ses dix ans',
  ],
  [
    'une destruction qui ne compte pas ce qu’elle a détruit est vue',
    'DESTRUCTIONS_INSCRITES',
    `${opened('destruction')}; INSERT INTO opening_counts VALUES (7, 'documents', 2)`,
    'destruction 7 : 2 pièces inscrites, 0 détruites',
  ],
]
