import { PAYMENT_STATE_SQL, PAYMENT_STATES } from '#app/statements/payment_states'
import type { StatementData } from '#app/statements/content/statement_data'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { timelineOf } from '#app/shared/screens/timeline'
import { row, rows } from '#app/shared/rows'

interface StatementFacts {
  id: number
  number: string
  runId: number
  runCode: string
  associationId: number
  associationCode: string
  associationName: string
  conventionId: number
  conventionCode: string
  totalCents: Cents
  payableCents: Cents
  carriedCents: Cents
  issuedAt: Date
  payment: string
  data: string
}

/** All that the page of a statement shows beside its lines, or null when there is no such statement. */
export async function readStatementPage(id: number) {
  const found = await row<StatementFacts>(FACTS, [id])
  if (!found) return null
  const { data, payment, ...statement } = found
  const { account, rejected, chainHead } = JSON.parse(data) as StatementData
  return {
    statement,
    payment: PAYMENT_STATES[payment]!,
    claimable: payment === 'owing',
    account,
    rejected,
    chainHead,
    transfers: await transfersOf(id),
    documents: await documentsOf(id),
    note: await noteOf(id),
    events: await timelineOf('statement', id),
  }
}

const FACTS = `
  SELECT s.id, s.number, r.id AS "runId", r.code AS "runCode", a.id AS "associationId", a.code AS "associationCode",
    a.name AS "associationName", c.id AS "conventionId", c.code AS "conventionCode", s.total_cents AS "totalCents",
    s.payable_cents AS "payableCents", s.carried_cents AS "carriedCents", s.issued_at AS "issuedAt",
    ${PAYMENT_STATE_SQL} AS payment, content.data
  FROM statements s JOIN runs r ON r.id = s.run_id JOIN conventions c ON c.id = r.convention_id
  JOIN associations a ON a.id = s.association_id JOIN statement_contents content ON content.statement_id = s.id
  WHERE s.id = ?`

async function transfersOf(statementId: number) {
  const transfers = await rows<{
    orderId: number
    order: string
    executionDate: Day
    endToEndId: string
    amountCents: Cents
    state: string
  }>(
    `SELECT o.id AS "orderId", o.message_id AS "order", o.execution_date AS "executionDate",
       t.end_to_end_id AS "endToEndId", t.amount_cents AS "amountCents", t.state
     FROM transfers t JOIN transfer_orders o ON o.id = t.transfer_order_id WHERE t.statement_id = ? ORDER BY t.id`,
    [statementId]
  )
  return transfers.map((transfer) => ({ ...transfer, state: PAYMENT_STATES[transfer.state]! }))
}

const DOCUMENT_LABELS: Readonly<Record<string, string>> = {
  statement_pdf: 'Relevé (PDF)',
  statement_xlsx: 'Relevé (Excel)',
}

async function documentsOf(statementId: number) {
  const documents = await rows<{ id: number; kind: string }>(
    `SELECT id, kind FROM documents WHERE statement_id = ? AND kind IN ('statement_pdf', 'statement_xlsx') ORDER BY kind`,
    [statementId]
  )
  return documents.map(({ id, kind }) => ({ id, label: DOCUMENT_LABELS[kind]! }))
}

function noteOf(statementId: number) {
  return row<{
    number: string
    amountCents: Cents
    reason: string
    who: string
    at: Date
    paidOn: Day | null
    reference: string | null
    entryId: number | null
  }>(
    `SELECT d.number, d.amount_cents AS "amountCents", d.reason, u.full_name AS who, d.decided_at AS at,
       p.paid_on AS "paidOn", p.reference, e.id AS "entryId"
     FROM debit_notes d JOIN users u ON u.id = d.decided_by LEFT JOIN debit_payments p ON p.statement_id = d.statement_id
     LEFT JOIN journal_entries e ON e.statement_id = d.statement_id AND e.kind = 'debit_payment'
     WHERE d.statement_id = ?`,
    [statementId]
  )
}
