import { sqlInvariant } from '#app/ledger/invariants/invariant'

const PURGED = `
  SELECT format('saisine %s', id) AS subject, anonymised_at FROM saisines WHERE anonymised_at IS NOT NULL
  UNION ALL
  SELECT format('fiche %s', id), anonymised_at FROM return_forms WHERE anonymised_at IS NOT NULL`

/** Nobody destroys a document of the books beside the register, nor before its ten years are over. */
export const DESTRUCTIONS = sqlInvariant(
  'DESTRUCTIONS_INSCRITES',
  'Chaque pièce détruite l’a été après ses dix ans, par une destruction inscrite qui les compte',
  {
    counted: `SELECT (SELECT count(*) FROM documents) + (SELECT count(*) FROM transfer_orders)
      + (SELECT count(*) FROM bank_files)`,
    offending: `
      SELECT d.file_key AS subject, CASE
          WHEN r.purpose IS DISTINCT FROM 'destruction' THEN 'détruite sans destruction inscrite'
          WHEN d.dated_on >= make_date(extract(year FROM r.today)::integer - 10, 1, 1) THEN 'détruite avant ses dix ans'
          ELSE 'ce n’est pas une pièce des comptes, ou son empreinte est une autre' END AS fault
      FROM destroyed_files d JOIN openings o ON o.id = d.opening_id LEFT JOIN purge_rehearsals r ON r.id = o.rehearsal_id
      WHERE r.purpose IS DISTINCT FROM 'destruction'
        OR d.dated_on >= make_date(extract(year FROM r.today)::integer - 10, 1, 1)
        OR NOT EXISTS (SELECT FROM documents p WHERE (p.file_key, p.sha256) = (d.file_key, d.sha256)
          UNION ALL SELECT FROM transfer_orders p WHERE (p.file_key, p.sha256) = (d.file_key, d.sha256)
          UNION ALL SELECT FROM bank_files p WHERE (p.file_key, p.sha256) = (d.file_key, d.sha256))
      UNION ALL
      SELECT format('destruction %s', o.id), format('%s pièces inscrites, %s détruites', said, found)
      FROM openings o, LATERAL (SELECT coalesce(sum(count), 0) AS said FROM opening_counts WHERE opening_id = o.id) AS told,
        LATERAL (SELECT count(*) AS found FROM destroyed_files WHERE opening_id = o.id) AS done
      WHERE purpose = 'destruction' AND said <> found`,
  }
)

/** Nobody makes a case anonymous beside the register. */
export const PURGES = sqlInvariant(
  'PURGES_INSCRITES',
  'Chaque dossier anonymisé l’a été par une purge inscrite au registre, qui les compte',
  {
    counted: 'SELECT (SELECT count(*) FROM saisines) + (SELECT count(*) FROM return_forms)',
    offending: `
      SELECT subject, 'anonymisée sans purge inscrite' AS fault FROM (${PURGED}) AS purged
      WHERE NOT EXISTS (SELECT FROM openings WHERE purpose = 'purge' AND opened_at = anonymised_at)
      UNION ALL
      SELECT format('purge %s', opening_id), format('%s saisines inscrites, %s anonymisées', count, found)
      FROM (SELECT c.opening_id, c.count,
          (SELECT count(*) FROM saisines WHERE anonymised_at = o.opened_at) AS found
        FROM opening_counts c JOIN openings o ON o.id = c.opening_id WHERE c.what = 'saisines') AS counted
      WHERE count <> found`,
  }
)
