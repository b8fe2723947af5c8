import { paymentSentence, type Payment } from '#app/portal/payments/payment_sentence'
import { PAYMENT_STATE_SQL } from '#app/statements/payment_states'
import { attestedYears } from '#app/statements/attestation/attested_years'
import { refusedForms } from '#app/statements/content/refused_forms'
import { sumCents, type Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { rows } from '#app/shared/rows'

interface PaidStatement extends Payment {
  id: number
  number: string
  issuedAt: Date
  year: number
  convention: string
  totalCents: Cents
}

/** All that was paid, by year, and what was not retained. Reads behind the wall. */
export async function readMyPayments(today: Day) {
  const statements = await rows<PaidStatement>(
    `SELECT s.id, s.number, s.issued_at AS "issuedAt", c.code AS convention, s.total_cents AS "totalCents",
       extract(year FROM s.issued_at AT TIME ZONE 'Europe/Paris')::int AS year, s.payable_cents AS "payableCents",
       ${PAYMENT_STATE_SQL} AS payment, ${EXECUTION_DATE} AS "executionDate",
       ${BANK_REASON}
     FROM statements s JOIN runs r ON r.id = s.run_id JOIN conventions c ON c.id = r.convention_id
     ORDER BY s.issued_at DESC, s.id DESC`
  )
  const attested = await attestedYears(today)
  const byYear = Map.groupBy(statements, ({ year }) => year)
  const years = [...new Set([...byYear.keys(), ...attested])].toSorted((a, b) => b - a)
  return {
    years: years.map((year) => {
      const issued = byYear.get(year) ?? []
      return {
        year,
        attested: attested.includes(year),
        payableCents: sumCents(issued.map(({ payableCents }) => payableCents)),
        statements: issued.map((one) => ({ ...one, badge: paymentSentence(one) })),
      }
    }),
    refused: await refusedForms(),
  }
}

/** SQL: the day on which the last transfer of the statement `s` moved, or for which it was asked. */
export const EXECUTION_DATE = `(SELECT coalesce((SELECT m.moved_on FROM transfer_moves m WHERE m.transfer_id = t.id
    AND m.state = t.state AND t.state <> 'accepted'), o.execution_date)
  FROM transfers t JOIN transfer_orders o ON o.id = t.transfer_order_id
  WHERE t.statement_id = s.id ORDER BY t.id DESC LIMIT 1)`

/** SQL: why the bank refused or gave back the last transfer of the statement `s`, as the columns of a payment. */
export const BANK_REASON = `${ofLastMove('m.reason_code')} AS "reasonCode",
  coalesce(${ofLastMove(`m.matched = 'lot' AND m.state = 'rejected'`)}, false) AS "wholeOrder"`

function ofLastMove(sql: string): string {
  return `(SELECT (SELECT ${sql} FROM transfer_moves m WHERE m.transfer_id = t.id AND m.state = t.state)
    FROM transfers t WHERE t.statement_id = s.id ORDER BY t.id DESC LIMIT 1)`
}
