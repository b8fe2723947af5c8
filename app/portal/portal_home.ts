import { formCounts } from '#app/portal/forms/form_lists'
import { row, rows } from '#app/shared/rows'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'

export interface PortalHome {
  association: { code: string; name: string }
  /** The last statements, newest first. */
  paid: {
    id: number
    number: string
    issuedAt: Date
    convention: string
    payableCents: Cents
    executionDate: Day | null
  }[]
  paidThisYear: Cents
  /** Saisines whose fiche has not come. */
  dueForms: number
  refusedForms: number
  openDisputes: number
  account: { last4: string; payableFrom: Date | null } | null
}

/** What a hurried treasurer must know: what was paid, what waits for them. Reads behind the wall. */
export async function portalHome(): Promise<PortalHome> {
  const paid = await rows<PortalHome['paid'][number]>(
    `SELECT s.id, s.number, s.issued_at AS "issuedAt", c.code AS convention, s.payable_cents AS "payableCents",
       (SELECT o.execution_date FROM transfers t JOIN transfer_orders o ON o.id = t.transfer_order_id
        WHERE t.statement_id = s.id AND t.state NOT IN ('rejected', 'returned')) AS "executionDate"
     FROM statements s JOIN runs r ON r.id = s.run_id JOIN conventions c ON c.id = r.convention_id
     ORDER BY s.issued_at DESC, s.id DESC LIMIT 5`
  )
  const counts = (await row<Pick<PortalHome, 'paidThisYear' | 'openDisputes'>>(
    `SELECT
       (SELECT coalesce(sum(payable_cents), 0)::bigint FROM statements
        WHERE issued_at >= date_trunc('year', now() AT TIME ZONE 'Europe/Paris') AT TIME ZONE 'Europe/Paris') AS "paidThisYear",
       (SELECT count(*) FROM disputes WHERE closed_at IS NULL) AS "openDisputes"`
  ))!
  const association = (await row<{ code: string; name: string }>(
    'SELECT code, name FROM associations'
  ))!
  const account = await row<NonNullable<PortalHome['account']>>(
    `SELECT iban_last4 AS last4, payable_from AS "payableFrom" FROM bank_accounts
     WHERE approved_at IS NOT NULL AND replaced_at IS NULL AND blocked_at IS NULL ORDER BY id DESC LIMIT 1`
  )
  const { due, refused } = await formCounts()
  return { ...counts, dueForms: due, refusedForms: refused, association, paid, account }
}
