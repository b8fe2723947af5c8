import { sqlInvariant } from '#app/ledger/invariants/invariant'
import { sqlDiffers, sqlEuros } from '#app/ledger/invariants/sql_euros'

const LINES_BY_STATEMENT = `
  SELECT run_id, association_id, count(*) AS n, sum(amount_cents) AS total,
    sum(amount_cents) FILTER (WHERE kind <> 'carry_forward') AS posted
  FROM settlement_lines GROUP BY run_id, association_id`

const COUNT = 'SELECT count(*) FROM statements'

export const STATEMENTS = [
  sqlInvariant('RELEVES_SANS_TROU', 'Les relevés sont numérotés sans trou par année', {
    counted: COUNT,
    offending: `
      SELECT format('relevé %s', number) AS subject,
        format('rang %s après le rang %s en %s', sequence, previous, year) AS fault
      FROM (SELECT number, year, sequence,
          lag(sequence, 1, 0) OVER (PARTITION BY year ORDER BY sequence) AS previous
        FROM statements) AS statement
      WHERE sequence <> previous + 1
      UNION ALL
      SELECT format('relevé %s', number), format('%s relevés de ce numéro', count(*))
      FROM statements GROUP BY number HAVING count(*) > 1`,
  }),
  sqlInvariant('RELEVE_EGALE_LIGNES', 'Chaque relevé est la somme de ses lignes', {
    counted: COUNT,
    offending: `
      SELECT format('relevé %s', number) AS subject,
        CASE WHEN coalesce(n, 0) <> line_count THEN format('%s lignes annoncées, %s trouvées', line_count, coalesce(n, 0))
          ELSE ${sqlDiffers('coalesce(total, 0)', 'total_cents')} END AS fault
      FROM statements LEFT JOIN (${LINES_BY_STATEMENT}) AS lines USING (run_id, association_id)
      WHERE coalesce(n, 0) <> line_count OR coalesce(total, 0) <> total_cents`,
  }),
  sqlInvariant('RELEVE_EGALE_ECRITURE', 'Chaque relevé est égal à son écriture, hors report', {
    counted: COUNT,
    offending: `
      SELECT format('relevé %s', s.number) AS subject,
        CASE WHEN coalesce(e.n, 0) <> (coalesce(posted, 0) <> 0)::int THEN format('%s écriture', coalesce(e.n, 0))
          WHEN e.piece_ref <> s.number THEN format('l’écriture porte la pièce %s', e.piece_ref)
          ELSE ${sqlDiffers('coalesce(posted, 0)', 'e.owed')} END AS fault
      FROM statements s
      LEFT JOIN (${LINES_BY_STATEMENT}) AS lines USING (run_id, association_id)
      LEFT JOIN (
        SELECT entry.statement_id, count(DISTINCT entry.id) AS n, min(entry.piece_ref) AS piece_ref,
          sum(credit_cents - debit_cents) FILTER (WHERE auxiliary IS NOT NULL) AS owed
        FROM journal_entries entry LEFT JOIN journal_postings posting ON posting.entry_id = entry.id
        WHERE entry.kind = 'statement_issue' GROUP BY entry.statement_id) AS e ON e.statement_id = s.id
      WHERE coalesce(e.n, 0) <> (coalesce(posted, 0) <> 0)::int
        OR (e.n > 0 AND (e.piece_ref <> s.number OR e.owed IS DISTINCT FROM posted))`,
  }),
  sqlInvariant('NET_OU_REPORT', 'Un relevé se paie s’il est positif, se reporte s’il est négatif', {
    counted: COUNT,
    offending: `
      SELECT format('relevé %s', number) AS subject, concat('total ', ${sqlEuros('total_cents')}, ', à payer ',
        ${sqlEuros('payable_cents')}, ', reporté ', ${sqlEuros('carried_cents')}) AS fault
      FROM statements
      WHERE payable_cents <> greatest(total_cents, 0) OR carried_cents <> least(total_cents, 0)`,
  }),
  sqlInvariant('CAMPAGNE_EGALE_RELEVES', 'Chaque campagne émise est la somme de ses relevés', {
    counted: `SELECT count(*) FROM runs WHERE state IN ('issued', 'paid', 'closed')`,
    offending: `
      SELECT format('campagne %s', code) AS subject, ${sqlDiffers('coalesce(total, 0)', 'total_cents')} AS fault
      FROM runs LEFT JOIN (SELECT run_id, sum(total_cents) AS total FROM statements GROUP BY run_id) AS s
        ON s.run_id = runs.id
      WHERE state IN ('issued', 'paid', 'closed') AND total_cents IS DISTINCT FROM coalesce(total, 0)`,
  }),
  sqlInvariant('LIGNE_DANS_UN_RELEVE', 'Chaque ligne émise est dans un relevé et un seul', {
    counted: `SELECT count(*) FROM settlement_lines JOIN runs ON runs.id = run_id
      WHERE state IN ('issued', 'paid', 'closed')`,
    offending: `
      SELECT format('ligne %s', line.id) AS subject,
        format('aucun relevé dans la campagne %s, qui est émise', runs.code) AS fault
      FROM settlement_lines line JOIN runs ON runs.id = line.run_id
      LEFT JOIN statements USING (run_id, association_id)
      WHERE runs.state IN ('issued', 'paid', 'closed') AND statements.id IS NULL
      UNION ALL
      SELECT format('relevé %s', min(number)), format('%s relevés ont les mêmes lignes', count(*))
      FROM statements GROUP BY run_id, association_id HAVING count(*) > 1
      UNION ALL
      SELECT format('relevé %s', number), format('la campagne %s n’est pas émise', code)
      FROM statements JOIN runs ON runs.id = run_id WHERE runs.issued_at IS NULL`,
  }),
]
