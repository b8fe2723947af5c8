import { sqlInvariant } from '#app/ledger/invariants/invariant'
import { sqlDiffers } from '#app/ledger/invariants/sql_euros'

export const TRANSFERS = [
  sqlInvariant(
    'RELEVE_EGALE_VIREMENT',
    'Chaque virement est celui de son relevé, vivant une fois',
    {
      counted: 'SELECT count(*) FROM transfers',
      offending: `
      SELECT format('virement %s', end_to_end_id) AS subject, ${sqlDiffers('payable_cents', 'amount_cents')} AS fault
      FROM transfers JOIN statements ON statements.id = statement_id WHERE amount_cents <> payable_cents
      UNION ALL
      SELECT format('relevé %s', number), format('%s virements vivants', count(*))
      FROM transfers JOIN statements ON statements.id = statement_id
      WHERE transfers.state NOT IN ('rejected', 'returned') GROUP BY number HAVING count(*) > 1
      UNION ALL
      SELECT format('relevé %s', number), format('aucun virement vivant, et la campagne %s est payée', code)
      FROM statements JOIN runs ON runs.id = run_id
      WHERE payable_cents > 0 AND runs.state IN ('paid', 'closed') AND NOT EXISTS (
        SELECT 1 FROM transfers
        WHERE statement_id = statements.id AND transfers.state NOT IN ('rejected', 'returned'))`,
    }
  ),
  sqlInvariant('ORDRE_EGALE_VIREMENTS', 'Chaque ordre de virement est la somme de ses virements', {
    counted: 'SELECT count(*) FROM transfer_orders',
    offending: `
      SELECT format('ordre %s', message_id) AS subject,
        CASE WHEN coalesce(n, 0) <> transfer_count THEN format('%s virements annoncés, %s trouvés', transfer_count, coalesce(n, 0))
          ELSE ${sqlDiffers('coalesce(total, 0)', 'total_cents')} END AS fault
      FROM transfer_orders LEFT JOIN (
        SELECT transfer_order_id, count(*) AS n, sum(amount_cents) AS total
        FROM transfers GROUP BY transfer_order_id) AS t ON t.transfer_order_id = transfer_orders.id
      WHERE coalesce(n, 0) <> transfer_count OR coalesce(total, 0) <> total_cents`,
  }),
  // EPC132-08: an EndToEndId never serves twice; the n-th issue of a statement carries « -n ».
  sqlInvariant('ENDTOENDID', 'Chaque EndToEndId est unique et vient du numéro du relevé', {
    counted: 'SELECT count(*) FROM transfers',
    offending: `
      SELECT format('virement %s', end_to_end_id) AS subject, format('attendu %s', expected) AS fault
      FROM (SELECT end_to_end_id, number || CASE issue WHEN 1 THEN '' ELSE '-' || issue END AS expected
        FROM (SELECT end_to_end_id, statement_id,
            row_number() OVER (PARTITION BY statement_id ORDER BY id) AS issue FROM transfers) AS t
        JOIN statements ON statements.id = statement_id) AS named
      WHERE end_to_end_id <> expected
      UNION ALL
      SELECT format('virement %s', end_to_end_id), format('%s virements de cet identifiant', count(*))
      FROM transfers GROUP BY end_to_end_id HAVING count(*) > 1
      UNION ALL
      SELECT format('virement %s', min(end_to_end_id)), format('InstrId %s porté %s fois', instruction_id, count(*))
      FROM transfers GROUP BY instruction_id HAVING count(*) > 1`,
  }),
]
