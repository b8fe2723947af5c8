import { sqlInvariant } from '#app/ledger/invariant'

const PURGED = `
  SELECT format('saisine %s', id) AS subject, anonymised_at FROM saisines WHERE anonymised_at IS NOT NULL
  UNION ALL
  SELECT format('fiche %s', id), anonymised_at FROM return_forms WHERE anonymised_at IS NOT NULL`

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
