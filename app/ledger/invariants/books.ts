import { sealed } from '#app/ledger/closing/close_period'
import { sqlInvariant } from '#app/ledger/invariants/invariant'
import { sqlDiffers } from '#app/ledger/invariants/sql_euros'

export const BOOKS = [
  sqlInvariant(
    'PARTAGES',
    'Une enveloppe partagée l’est au centime, et un abattement est repris une fois',
    {
      counted: `SELECT (SELECT count(*) FROM run_shares)
      + (SELECT count(*) FROM settlement_lines WHERE kind IN ('abatement', 'arrears'))`,
      offending: `
      SELECT format('campagne %s', code) AS subject, ${sqlDiffers('left_cents', 'payable')} AS fault
      FROM run_shares JOIN runs ON runs.id = run_id CROSS JOIN LATERAL (
        SELECT coalesce(sum(payable_cents), 0) AS payable FROM statements s WHERE s.run_id = runs.id) AS issued
      WHERE runs.state IN ('issued', 'paid', 'closed') AND payable > left_cents
      UNION ALL
      SELECT format('ligne %s', line.id), CASE
          WHEN taken.id IS NULL OR taken.kind <> 'abatement' THEN 'reprend une ligne qui n’est pas un abattement'
          WHEN taken.association_id <> line.association_id THEN 'reprend l’abattement d’une autre association'
          ELSE ${sqlDiffers('-taken.amount_cents', 'line.amount_cents')} END
      FROM settlement_lines line LEFT JOIN settlement_lines taken ON taken.id = line.corrects_line_id
      WHERE line.kind = 'arrears' AND (taken.id IS NULL OR taken.kind <> 'abatement'
        OR taken.association_id <> line.association_id OR taken.amount_cents <> -line.amount_cents)
      UNION ALL
      SELECT format('ligne %s', line.id), 'abattement sans partage d’enveloppe'
      FROM settlement_lines line LEFT JOIN run_shares USING (run_id)
      WHERE line.kind = 'abatement' AND run_shares.run_id IS NULL`,
    }
  ),
  sqlInvariant(
    'VERSEMENTS_PASSES',
    'Chaque versement reçu est comptabilisé une fois, à son montant, et contre-passé de même',
    {
      counted: 'SELECT count(*) FROM funder_receipts',
      offending: `
      SELECT format('versement %s', reference) AS subject, CASE
          WHEN e.n > 1 THEN format('%s écritures', e.n)
          WHEN e.n = 1 AND e.credit IS DISTINCT FROM f.amount_cents THEN ${sqlDiffers('amount_cents', 'e.credit')}
          WHEN e.back <> e.expected THEN format('%s contre-passation, %s attendue', e.back, e.expected)
          WHEN e.back = 1 THEN 'sa contre-passation n’est pas son inverse'
          ELSE 'absent d’une période close après son enregistrement' END AS fault
      FROM funder_receipts f CROSS JOIN LATERAL (
        SELECT count(DISTINCT entry_id) FILTER (WHERE kind <> 'receipt_reversal') AS n,
          sum(credit_cents) FILTER (WHERE kind <> 'receipt_reversal') AS credit,
          count(DISTINCT entry_id) FILTER (WHERE kind = 'receipt_reversal') AS back,
          least(count(*) FILTER (WHERE kind = 'funder_receipt'), (f.reversed_at IS NOT NULL)::int) AS expected
        FROM journal_lines WHERE receipt_id = f.id) AS e
      WHERE e.n > 1 OR (e.n = 1 AND e.credit IS DISTINCT FROM f.amount_cents) OR e.back <> e.expected
        OR (e.back = 1 AND EXISTS (SELECT 1 FROM journal_lines WHERE receipt_id = f.id
          GROUP BY account HAVING sum(debit_cents) <> sum(credit_cents)))
        OR (e.n = 0 AND f.reversed_at IS NULL AND EXISTS (
          SELECT 1 FROM period_closures WHERE until >= f.received_on AND closed_at > f.recorded_at))`,
    }
  ),
  sqlInvariant('LETTRAGE_EQUILIBRE', 'Chaque lettrage est équilibré, sur un seul compte', {
    counted: 'SELECT count(*) FROM letterings',
    offending: `
      SELECT format('lettrage %s de %s %s', code, account, auxiliary) AS subject, CASE
          WHEN n < 2 THEN format('%s imputation', n)
          WHEN others > 0 THEN 'imputations d’un autre compte'
          ELSE ${sqlDiffers('debit', 'credit')} END AS fault
      FROM letterings CROSS JOIN LATERAL (
        SELECT count(*) AS n, coalesce(sum(debit_cents), 0) AS debit, coalesce(sum(credit_cents), 0) AS credit,
          count(*) FILTER (WHERE p.account <> letterings.account OR p.auxiliary IS DISTINCT FROM letterings.auxiliary) AS others
        FROM lettered_postings t JOIN journal_postings p USING (entry_id, position) WHERE t.lettering_id = letterings.id) AS sums
      WHERE n < 2 OR debit <> credit OR others > 0`,
  }),
  sqlInvariant('PERIODES_CLOSES', 'Les périodes closes sont telles qu’à leur clôture', {
    counted: 'SELECT count(*) FROM period_closures',
    offending: `
      SELECT format('clôture au %s', to_char(until, 'DD/MM/YYYY')) AS subject, CASE
          WHEN seal.entries <> entry_count THEN format('%s écritures scellées, %s trouvées', entry_count, seal.entries)
          WHEN seal.debit <> debit_cents THEN ${sqlDiffers('debit_cents', 'seal.debit')}
          ELSE 'les écritures ne sont plus celles que la clôture scelle' END AS fault
      FROM period_closures CROSS JOIN LATERAL (${sealed('until')}) AS seal
      WHERE (seal.entries, seal.debit, seal.digest) IS DISTINCT FROM (entry_count, debit_cents, period_closures.digest)`,
  }),
  // Each side by its own road: receipts and statements as they are recorded, the accounts as they were posted.
  sqlInvariant(
    'EMPLOI_DES_FONDS',
    'Par convention, reçu = payé + à payer + reste, dans les livres et hors d’eux',
    {
      counted: 'SELECT count(*) FROM conventions',
      offending: `
      SELECT format('convention %s', code) AS subject, CASE
          WHEN received <> paid + to_pay + left_over THEN concat('reçu ', received, ', payé ', paid, ', à payer ', to_pay,
            ', reste ', left_over, ' centimes')
          WHEN received <> receipts THEN concat('versements\u00a0: ', ${sqlDiffers('receipts', 'received')})
          ELSE concat('relevés moins virements et dettes payées\u00a0: ', ${sqlDiffers('owed', 'to_pay')}) END AS fault
      FROM (SELECT c.code, coalesce(b.received, 0) AS received, coalesce(b.paid, 0) AS paid, coalesce(b.to_pay, 0) AS to_pay,
          coalesce(b.received, 0) - coalesce(b.due, 0) AS left_over,
          (SELECT coalesce(sum(amount_cents), 0) FROM living_receipts f WHERE f.convention_id = c.id
            AND EXISTS (SELECT 1 FROM journal_entries WHERE receipt_id = f.id)) AS receipts,
          (SELECT coalesce(sum(s.total_cents), 0) FROM statements s JOIN runs r ON r.id = s.run_id
            WHERE r.convention_id = c.id)
          - (SELECT coalesce(sum(l.amount_cents), 0) FROM settlement_lines l JOIN statements s USING (run_id, association_id)
            JOIN runs r ON r.id = l.run_id WHERE r.convention_id = c.id AND l.carried_statement_id IS NOT NULL)
          - (SELECT coalesce(sum(CASE m.state WHEN 'executed' THEN t.amount_cents ELSE -t.amount_cents END), 0)
            FROM transfer_moves m JOIN transfers t ON t.id = m.transfer_id JOIN statements s ON s.id = t.statement_id
            JOIN runs r ON r.id = s.run_id
            WHERE r.convention_id = c.id AND m.state IN ('executed', 'returned'))
          + (SELECT coalesce(sum(n.amount_cents), 0) FROM debit_payments d JOIN debit_notes n USING (statement_id)
            JOIN statements s ON s.id = n.statement_id JOIN runs r ON r.id = s.run_id
            WHERE r.convention_id = c.id) AS owed
        FROM conventions c LEFT JOIN (
          SELECT convention_id,
            sum(debit_cents - credit_cents) FILTER (WHERE kind = 'funder_receipt' AND debit_cents > 0
              OR kind = 'receipt_reversal' AND credit_cents > 0) AS received,
            sum(credit_cents - debit_cents) FILTER (WHERE kind IN ('transfer_execution', 'transfer_return', 'debit_payment')
              AND auxiliary IS NULL) AS paid,
            sum(credit_cents - debit_cents) FILTER (WHERE auxiliary IS NOT NULL) AS to_pay,
            sum(debit_cents - credit_cents) FILTER (WHERE kind = 'statement_issue' AND auxiliary IS NULL) AS due
          FROM journal_lines GROUP BY convention_id) AS b ON b.convention_id = c.id) AS flow
      WHERE received <> paid + to_pay + left_over OR received <> receipts OR owed <> to_pay`,
    }
  ),
]
