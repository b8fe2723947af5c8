import { dueForms, formCounts } from '#app/portal/forms/form_lists'
import { whatComes, type Coming } from '#app/portal/home/what_comes'
import { whatWaits, type Waiting } from '#app/portal/home/what_waits'
import { BANK_REASON, EXECUTION_DATE } from '#app/portal/payments/my_payments'
import { paymentSentence, type Payment } from '#app/portal/payments/payment_sentence'
import { PAYMENT_STATE_SQL } from '#app/statements/payment_states'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { row, rows } from '#app/shared/rows'
import type { StateLabel } from '#app/shared/screens/list'

interface PaidStatement extends Payment {
  id: number
  number: string
  issuedAt: Date
  convention: string
}

export interface PortalHome {
  name: string
  year: number
  /** What statements of this year pay. */
  statedCents: Cents
  dueForms: number
  refusedForms: number
  openDisputes: number
  /** The last statements, newest first. */
  paid: (PaidStatement & { badge: StateLabel })[]
  waits: Waiting[]
  comes: Coming[]
  account: Account | null
}

interface Account {
  last4: string
}

interface Totals {
  name: string
  statedCents: Cents
  openDisputes: number
}

/** What a hurried treasurer must know: what was paid, what waits for them, what comes. Reads behind the wall. */
export async function portalHome(userId: number, today: Day): Promise<PortalHome> {
  const paid = await rows<PaidStatement>(
    `SELECT s.id, s.number, s.issued_at AS "issuedAt", c.code AS convention, s.payable_cents AS "payableCents",
       ${PAYMENT_STATE_SQL} AS payment, ${EXECUTION_DATE} AS "executionDate",
       ${BANK_REASON}
     FROM statements s JOIN runs r ON r.id = s.run_id JOIN conventions c ON c.id = r.convention_id
     ORDER BY s.issued_at DESC, s.id DESC LIMIT 5`
  )
  const year = Number(today.slice(0, 4))
  const totals = (await row<Totals>(
    `SELECT name, (SELECT coalesce(sum(payable_cents), 0)::bigint FROM statements
         WHERE extract(year FROM issued_at AT TIME ZONE 'Europe/Paris') = ?) AS "statedCents",
       (SELECT count(*) FROM disputes WHERE closed_at IS NULL) AS "openDisputes" FROM associations`,
    [year]
  ))!
  const account = await row<Account>(
    `SELECT iban_last4 AS last4 FROM bank_accounts
     WHERE approved_at IS NOT NULL AND replaced_at IS NULL AND blocked_at IS NULL ORDER BY id DESC LIMIT 1`
  )
  const { due, refused } = await formCounts()
  const [urgent] = await dueForms(today, 0, 1)
  return {
    ...totals,
    year,
    dueForms: due,
    refusedForms: refused,
    paid: paid.map((one) => ({ ...one, badge: paymentSentence(one) })),
    waits: await whatWaits({ userId, due, refused, urgent, hasAccount: account !== null }),
    comes: await whatComes({ userId, today, urgent }),
    account,
  }
}
