import { sqlInvariant } from '#app/ledger/invariants/invariant'
import { sqlDiffers } from '#app/ledger/invariants/sql_euros'

const PARTS = `
  SELECT run_id, association_id, count(*) AS lines, count(DISTINCT saisine_id) AS saisines, sum(amount_cents) AS total
  FROM settlement_lines GROUP BY run_id, association_id`

const SERVICES = `
  SELECT run_id, association_id, coalesce(service_code, '') AS service_code, count(*) AS lines, sum(amount_cents) AS total
  FROM settlement_lines GROUP BY 1, 2, 3`

/** What the pages of a run read in place of its lines. */
export const RUN_SUMS = [
  sqlInvariant('SOMMES_DES_CAMPAGNES', 'Les sommes d’une campagne sont celles de ses lignes', {
    counted: 'SELECT (SELECT count(*) FROM run_associations) + (SELECT count(*) FROM run_services)',
    offending: `
      SELECT format('campagne %s, association %s', run_id, association_id) AS subject,
        CASE WHEN (lines.lines, lines.saisines) IS DISTINCT FROM (sums.lines, sums.saisines)
          THEN format('%s lignes et %s saisines, comptées %s et %s', coalesce(lines.lines, 0), coalesce(lines.saisines, 0),
            coalesce(sums.lines, 0), coalesce(sums.saisines, 0))
          ELSE ${sqlDiffers('lines.total', 'sums.total_cents')} END AS fault
      FROM (${PARTS}) AS lines FULL JOIN run_associations sums USING (run_id, association_id)
      WHERE (lines.lines, lines.saisines, lines.total) IS DISTINCT FROM (sums.lines, sums.saisines, sums.total_cents)
      UNION ALL
      SELECT format('campagne %s, association %s, prestation « %s »', run_id, association_id, service_code),
        CASE WHEN lines.lines IS DISTINCT FROM sums.lines
          THEN format('%s lignes, comptées %s', coalesce(lines.lines, 0), coalesce(sums.lines, 0))
          ELSE ${sqlDiffers('lines.total', 'sums.total_cents')} END
      FROM (${SERVICES}) AS lines FULL JOIN run_services sums USING (run_id, association_id, service_code)
      WHERE (lines.lines, lines.total) IS DISTINCT FROM (sums.lines, sums.total_cents)`,
  }),
]
