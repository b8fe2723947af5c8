import type {
  AskedPayment,
  AttestationData,
  AttestedPayment,
} from '#app/statements/attestation/attestation_data'
import type { StatementData } from '#app/statements/content/statement_data'
import { sumCents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { rows } from '#app/shared/rows'

/** The statement that a transfer pays, and all that it printed. */
type OfStatement<T> = T & { data: string; rank: number }

/**
 * What the books of a civil year say was transferred to the association that asks, behind its wall; null when nothing
 * was, and nothing was asked of the bank. Who pays and who is paid are as the last of these statements printed them, so
 * that the same transfers give the same certificate.
 */
export async function annualAttestation(year: number, on: Day): Promise<AttestationData | null> {
  const paid = await rows<OfStatement<AttestedPayment>>(
    `SELECT ${OF_TRANSFER}, b.deed, b.told_on AS on, b.amount_cents AS amount
     FROM my_booked_transfers() b JOIN transfers t ON t.id = b.transfer_id ${STATEMENT}
     WHERE extract(year FROM b.booked_on) = ?::numeric ORDER BY b.booked_on, b.entry_id`,
    [String(year)]
  )
  const waiting = await rows<OfStatement<AskedPayment>>(
    `SELECT ${OF_TRANSFER}, o.execution_date AS "askedFor", t.amount_cents AS amount
     FROM transfers t JOIN transfer_orders o ON o.id = t.transfer_order_id ${STATEMENT}
     WHERE t.state IN ('issued', 'accepted') AND extract(year FROM o.execution_date) = ?::numeric
     ORDER BY o.execution_date, t.id`,
    [String(year)]
  )
  const all = [...paid, ...waiting].toSorted((a, b) => a.rank - b.rank)
  const last = all.at(-1)
  if (!last) return null
  const { federation, association, chainHead, fictitious } = JSON.parse(last.data) as StatementData
  const payments = paid.map(bare)
  return {
    year,
    until: untilOf(year, on, [
      ...paid.map((one) => one.on),
      ...waiting.map(({ askedFor }) => askedFor),
    ]),
    fictitious,
    federation,
    association,
    payments,
    total: sumCents(payments.map(({ amount }) => amount)),
    asked: waiting.map(bare),
    chainHead,
  }
}

const OF_TRANSFER = `s.id AS rank, s.number AS statement, (s.issued_at AT TIME ZONE 'Europe/Paris')::date AS "issuedOn",
  t.end_to_end_id AS "endToEndId", c.code AS convention, content.data`

const STATEMENT = `JOIN statements s ON s.id = t.statement_id JOIN statement_contents content ON content.statement_id = s.id
  JOIN runs r ON r.id = s.run_id JOIN conventions c ON c.id = r.convention_id`

function bare<T>({ data: _, rank: __, ...rest }: OfStatement<T>) {
  return rest
}

/** The end of a year that is over; the last day that it speaks of while it goes on, told by the bank before it or not. */
function untilOf(year: number, on: Day, days: readonly Day[]): Day {
  const [start, end] = [`${year}-01-01`, `${year}-12-31`]
  const last = [start, ...days].toSorted().at(-1)!
  return on > end || last > end ? end : last
}
