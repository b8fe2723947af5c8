import { BANK_REASON, EXECUTION_DATE } from '#app/portal/payments/my_payments'
import { paymentSentence, type Payment } from '#app/portal/payments/payment_sentence'
import { LINE_KINDS } from '#app/settlement/run_page/lines_list'
import { PAYMENT_STATE_SQL } from '#app/statements/payment_states'
import type { StatementData } from '#app/statements/content/statement_data'
import type { Cents } from '#app/shared/cents'
import { row, rows } from '#app/shared/rows'

interface StatementFacts extends Payment {
  id: number
  number: string
  issuedAt: Date
  convention: string
  title: string
  totalCents: Cents
  carriedCents: Cents
  endToEndId: string | null
  data: string
}

/** A statement as its association reads it, behind the wall; null when none of its own has this number. */
export async function readMyStatement(id: number) {
  const found = await row<StatementFacts>(FACTS, [id])
  if (!found) return null
  const { data, ...statement } = found
  const { account, rejected } = JSON.parse(data) as StatementData
  return {
    statement,
    badge: paymentSentence(statement),
    account,
    rejected,
    documents: await documentsOf(id),
    history: await historyOf(id),
    lines: await linesOf(id),
  }
}

const FACTS = `
  SELECT s.id, s.number, s.issued_at AS "issuedAt", c.code AS convention, c.title, s.total_cents AS "totalCents",
    s.payable_cents AS "payableCents", s.carried_cents AS "carriedCents", ${PAYMENT_STATE_SQL} AS payment,
    ${EXECUTION_DATE} AS "executionDate", ${BANK_REASON}, content.data,
    (SELECT t.end_to_end_id FROM transfers t WHERE t.statement_id = s.id ORDER BY t.id DESC LIMIT 1) AS "endToEndId"
  FROM statements s JOIN runs r ON r.id = s.run_id JOIN conventions c ON c.id = r.convention_id
  JOIN statement_contents content ON content.statement_id = s.id WHERE s.id = ?`

/** The transfers of the statement, the first one first, with what the bank did of each. */
async function historyOf(statementId: number) {
  const moves = await rows<Payment & { endToEndId: string }>(
    `SELECT t.end_to_end_id AS "endToEndId", m.state AS payment, m.moved_on AS "executionDate",
       m.reason_code AS "reasonCode", m.matched = 'lot' AND m.state = 'rejected' AS "wholeOrder", t.amount_cents AS "payableCents"
     FROM transfers t JOIN transfer_moves m ON m.transfer_id = t.id WHERE t.statement_id = ? ORDER BY m.id`,
    [statementId]
  )
  return moves.map((one) => ({ endToEndId: one.endToEndId, badge: paymentSentence(one) }))
}

const DOCUMENT_LABELS: Readonly<Record<string, string>> = {
  statement_pdf: 'Relevé (PDF)',
  statement_xlsx: 'Relevé (Excel)',
  debit_note_pdf: 'Note de débit (PDF)',
}

async function documentsOf(statementId: number) {
  const documents = await rows<{ id: number; kind: string }>(
    'SELECT id, kind FROM documents WHERE statement_id = ? ORDER BY kind DESC',
    [statementId]
  )
  return documents.flatMap(({ id, kind }) => {
    const label = DOCUMENT_LABELS[kind]
    return label === undefined ? [] : [{ id, label }]
  })
}

/** In the order of the document, with its numbers. */
async function linesOf(statementId: number) {
  const lines = await rows<{
    id: number
    number: number
    kind: string
    reference: string | null
    service: string | null
    quantity: number | null
    unitCents: Cents | null
    amountCents: Cents
    openDisputeId: number | null
  }>(
    `SELECT l.id, row_number() OVER (
         ORDER BY array_position(ARRAY['service', 'correction', 'carry_forward'], l.kind), l.position) AS number,
       l.kind, sa.reference, coalesce(fee.label, old_fee.label) AS service, l.quantity_retained AS quantity,
       l.unit_cents AS "unitCents", l.amount_cents AS "amountCents",
       (SELECT d.id FROM disputes d WHERE d.line_id = l.id AND d.closed_at IS NULL) AS "openDisputeId"
     FROM statements s JOIN settlement_lines l ON l.run_id = s.run_id AND l.association_id = s.association_id
     LEFT JOIN saisines sa ON sa.id = l.saisine_id LEFT JOIN fees fee ON fee.id = l.fee_id
     LEFT JOIN settlement_lines old ON old.id = l.corrects_line_id LEFT JOIN fees old_fee ON old_fee.id = old.fee_id
     WHERE s.id = ? ORDER BY 2`,
    [statementId]
  )
  return lines.map((line) => ({ ...line, nature: LINE_KINDS[line.kind]!.label }))
}
