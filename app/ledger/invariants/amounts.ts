import { sqlInvariant } from '#app/ledger/invariants/invariant'
import { sqlDiffers } from '#app/ledger/invariants/sql_euros'

const CENTS_COLUMNS = `
  SELECT format('%s.%s', relation.relname, attname) AS name, format_type(atttypid, atttypmod) AS type
  FROM pg_attribute JOIN pg_class relation ON relation.oid = attrelid
  WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND attname LIKE '%cents' AND NOT attisdropped`

export const AMOUNTS = [
  sqlInvariant('MONTANTS_ENTIERS', 'Les montants sont des nombres entiers de centimes', {
    counted: `SELECT count(*) FROM (${CENTS_COLUMNS}) AS columns`,
    offending: `SELECT name AS subject, format('colonne de type %s', type) AS fault
      FROM (${CENTS_COLUMNS}) AS columns WHERE type <> 'bigint'`,
  }),
  sqlInvariant('LIGNES_RECALCULEES', 'Chaque ligne se recalcule au centime', {
    counted: 'SELECT count(*) FROM settlement_lines',
    offending: `
      SELECT format('ligne %s', id) AS subject, ${sqlDiffers('expected', 'amount_cents')} AS fault
      FROM (SELECT id, kind, amount_cents, CASE kind
          WHEN 'service' THEN unit_cents * quantity_retained - reduction_cents
          WHEN 'correction' THEN due_cents - already_cents
          WHEN 'abatement' THEN due_cents - already_cents
          ELSE amount_cents END AS expected
        FROM settlement_lines) AS line
      WHERE amount_cents IS DISTINCT FROM expected
        OR (kind = 'service' AND amount_cents < 0)
        OR (kind = 'correction' AND amount_cents = 0)
        OR (kind IN ('carry_forward', 'abatement') AND amount_cents >= 0)
        OR (kind = 'arrears' AND amount_cents <= 0)`,
  }),
]
