import { chainHead } from '#app/ledger/chain_head'
import type { Figures } from '#app/keeping/backup/manifest'
import { row } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** The control totals of the whole database. */
export async function readFigures(trx: Trx): Promise<Figures> {
  const totals = (await row<Omit<Figures, 'chainHead'>>(TOTALS, [], trx))!
  const { id, hash } = await chainHead(trx)
  return { ...totals, chainHead: { id, hash: hash.toString('hex') } }
}

const TOTALS = `
  SELECT (SELECT count(*) FROM saisines) AS saisines, (SELECT count(*) FROM return_forms) AS forms,
    l.n AS lines, l.cents AS "linesCents", s.n AS statements, s.cents AS "statementsCents",
    t.n AS transfers, t.cents AS "transfersCents", (SELECT count(*) FROM journal_entries) AS entries,
    p.debit AS "debitCents", p.credit AS "creditCents"
  FROM (SELECT count(*) AS n, coalesce(sum(amount_cents), 0)::bigint AS cents FROM settlement_lines) AS l,
    (SELECT count(*) AS n, coalesce(sum(total_cents), 0)::bigint AS cents FROM statements) AS s,
    (SELECT count(*) AS n, coalesce(sum(amount_cents), 0)::bigint AS cents FROM transfers) AS t,
    (SELECT coalesce(sum(debit_cents), 0)::bigint AS debit, coalesce(sum(credit_cents), 0)::bigint AS credit
      FROM journal_postings) AS p`
