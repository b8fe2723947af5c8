import { sqlInvariant } from '#app/ledger/invariants/invariant'
import { sqlEuros } from '#app/ledger/invariants/sql_euros'

export const JOURNAL = [
  sqlInvariant('ECRITURES_EQUILIBREES', 'Chaque écriture est équilibrée', {
    counted: 'SELECT count(*) FROM journal_entries',
    offending: `
      SELECT format('écriture %s', coalesce(e.id, p.entry_id)) AS subject,
        CASE WHEN e.id IS NULL THEN 'mouvements sans écriture'
          WHEN coalesce(n, 0) < 2 THEN format('%s mouvement', coalesce(n, 0))
          WHEN two_sided > 0 THEN 'un mouvement n’est pas soit au débit, soit au crédit'
          ELSE concat('débit ', ${sqlEuros('debit')}, ', crédit ', ${sqlEuros('credit')}) END AS fault
      FROM journal_entries e FULL JOIN (
        SELECT entry_id, count(*) AS n, sum(debit_cents) AS debit, sum(credit_cents) AS credit,
          count(*) FILTER (WHERE debit_cents < 0 OR credit_cents < 0
            OR (debit_cents = 0) = (credit_cents = 0)) AS two_sided
        FROM journal_postings GROUP BY entry_id) p ON p.entry_id = e.id
      WHERE e.id IS NULL OR coalesce(n, 0) < 2 OR debit <> credit OR two_sided > 0`,
  }),
  sqlInvariant('ECRITURES_SANS_TROU', 'Les écritures sont numérotées sans trou depuis 1', {
    counted: 'SELECT count(*) FROM journal_entries',
    offending: `
      SELECT format('écriture %s', id) AS subject, format('suit l’écriture %s', previous) AS fault
      FROM (SELECT id, lag(id, 1, 0::bigint) OVER (ORDER BY id) AS previous FROM journal_entries) AS entry
      WHERE id <> previous + 1`,
  }),
]
