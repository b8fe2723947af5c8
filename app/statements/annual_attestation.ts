import type { AttestationData, AttestedPayment } from '#app/statements/attestation_data'
import type { StatementData } from '#app/statements/statement_data'
import { sumCents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { rows } from '#app/shared/rows'

interface PaidStatement extends AttestedPayment {
  data: string
}

/**
 * The sums transferred to an association in a civil year, up to a day; null when there was none. Who pays and who is
 * paid are as the last of these statements printed them, so that the same transfers give the same certificate.
 */
export async function annualAttestation(
  associationId: number,
  year: number,
  on: Day
): Promise<AttestationData | null> {
  const paid = await rows<PaidStatement>(
    `SELECT s.number AS statement, (s.issued_at AT TIME ZONE 'Europe/Paris')::date AS "issuedOn",
       o.execution_date AS "executedOn", t.end_to_end_id AS "endToEndId", c.code AS convention,
       t.amount_cents AS amount, content.data
     FROM transfers t JOIN transfer_orders o ON o.id = t.transfer_order_id
     JOIN statements s ON s.id = t.statement_id JOIN statement_contents content ON content.statement_id = s.id
     JOIN runs r ON r.id = s.run_id JOIN conventions c ON c.id = r.convention_id
     WHERE s.association_id = ? AND t.state NOT IN ('rejected', 'returned')
       AND extract(year FROM o.execution_date) = ?::numeric AND o.execution_date <= ?
     ORDER BY o.execution_date, s.id, t.id`,
    [associationId, String(year), on]
  )
  const last = paid.at(-1)
  if (!last) return null
  const { federation, association, chainHead, fictitious } = JSON.parse(last.data) as StatementData
  const payments = paid.map(({ data: _, ...payment }) => payment)
  const end = `${year}-12-31`
  return {
    year,
    until: on > end ? end : last.executedOn,
    fictitious,
    federation,
    association,
    payments,
    total: sumCents(payments.map(({ amount }) => amount)),
    chainHead,
  }
}
