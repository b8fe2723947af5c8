import { sqlInvariant } from '#app/ledger/invariants/invariant'
import { sqlDiffers } from '#app/ledger/invariants/sql_euros'

/** Issued lines of a service of a saisine that was corrected at least once, with what earlier statements gave. */
const HISTORY = `
  SELECT line.*, sum(amount_cents) OVER (PARTITION BY saisine_id, service_code ORDER BY statement_id
    GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS earlier
  FROM (
    SELECT line.id, line.kind, line.association_id, line.service_code, line.amount_cents, line.due_cents,
      line.already_cents, line.proposed_correction_id, statement.id AS statement_id,
      coalesce(line.saisine_id, original.saisine_id) AS saisine_id, original.service_code AS original_service,
      original.saisine_id AS original_saisine, original.association_id AS original_association
    FROM settlement_lines line JOIN statements statement USING (run_id, association_id)
    LEFT JOIN settlement_lines original ON original.id = line.corrects_line_id
    WHERE line.kind IN ('service', 'correction')) AS line
  WHERE (saisine_id, service_code) IN (
    SELECT coalesce(correction.saisine_id, original.saisine_id), correction.service_code
    FROM settlement_lines correction LEFT JOIN settlement_lines original ON original.id = correction.corrects_line_id
    WHERE correction.kind = 'correction')`

export const CORRECTIONS = [
  sqlInvariant('REGULARISATIONS', 'Une régularisation et ce qui était payé font ce qui est dû', {
    counted: `SELECT count(*) FROM settlement_lines WHERE kind = 'correction'`,
    offending: `
      SELECT format('ligne %s', line.id) AS subject, CASE
          WHEN line.original_saisine IS DISTINCT FROM line.saisine_id OR line.original_service IS DISTINCT FROM line.service_code
            OR line.original_association IS DISTINCT FROM line.association_id
            THEN 'corrige une ligne d’une autre saisine, prestation ou association'
          WHEN line.already_cents IS DISTINCT FROM coalesce(line.earlier, 0)
            THEN concat('déjà payé : ', ${sqlDiffers('coalesce(line.earlier, 0)', 'line.already_cents')})
          WHEN line.amount_cents IS DISTINCT FROM line.due_cents - coalesce(line.earlier, 0)
            THEN ${sqlDiffers('line.due_cents - coalesce(line.earlier, 0)', 'line.amount_cents')}
          ELSE 'diffère de la régularisation décidée' END AS fault
      FROM (${HISTORY}) AS line LEFT JOIN proposed_corrections proposed ON proposed.id = line.proposed_correction_id
      WHERE line.kind = 'correction' AND (
        line.original_saisine IS DISTINCT FROM line.saisine_id OR line.original_service IS DISTINCT FROM line.service_code
        OR line.original_association IS DISTINCT FROM line.association_id
        OR line.already_cents IS DISTINCT FROM coalesce(line.earlier, 0)
        OR line.amount_cents IS DISTINCT FROM line.due_cents - coalesce(line.earlier, 0)
        OR (line.proposed_correction_id IS NOT NULL AND (proposed.state NOT IN ('approved', 'settled')
          OR (proposed.due_cents, proposed.already_cents, proposed.amount_cents)
            IS DISTINCT FROM (line.due_cents, line.already_cents, line.amount_cents))))`,
  }),
  sqlInvariant('REPORT_REPRIS', 'Chaque solde négatif est repris une fois, au relevé suivant', {
    counted: 'SELECT count(*) FROM statements WHERE carried_cents < 0',
    offending: `
      SELECT format('ligne %s', line.id) AS subject, CASE
          WHEN source.id IS NULL THEN 'reprend un relevé introuvable'
          WHEN source.association_id <> line.association_id THEN format('reprend le relevé %s d’une autre association', number)
          WHEN from_run.convention_id <> to_run.convention_id THEN format('reprend le relevé %s d’une autre convention', number)
          ELSE ${sqlDiffers('source.carried_cents', 'line.amount_cents')} END AS fault
      FROM settlement_lines line JOIN runs to_run ON to_run.id = line.run_id
      LEFT JOIN statements source ON source.id = line.carried_statement_id
      LEFT JOIN runs from_run ON from_run.id = source.run_id
      WHERE line.kind = 'carry_forward' AND (source.id IS NULL OR source.association_id <> line.association_id
        OR from_run.convention_id <> to_run.convention_id OR source.carried_cents <> line.amount_cents)
      UNION ALL
      SELECT format('relevé %s', number), format('solde repris %s fois', count(*))
      FROM settlement_lines JOIN statements ON statements.id = carried_statement_id
      GROUP BY number HAVING count(*) > 1
      UNION ALL
      SELECT format('relevé %s', number), 'solde négatif non repris au relevé suivant'
      FROM (SELECT s.id, number, carried_cents, association_id,
          lead(run_id) OVER (PARTITION BY association_id, convention_id ORDER BY s.id) AS next_run
        FROM statements s JOIN runs ON runs.id = run_id) AS statement
      WHERE carried_cents < 0 AND next_run IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM debit_notes WHERE debit_notes.statement_id = statement.id) AND NOT EXISTS (
        SELECT 1 FROM settlement_lines WHERE carried_statement_id = statement.id
          AND run_id = next_run AND settlement_lines.association_id = statement.association_id)`,
  }),
]
