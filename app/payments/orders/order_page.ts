import { payeeLabel } from '#app/network/bank_accounts/payee_labels'
import { checkOrder } from '#app/payments/pain001/check_order'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { isRefused } from '#app/shared/result'
import { PAYMENT_STATES } from '#app/statements/payment_states'
import { timelineOf } from '#app/shared/screens/timeline'
import { row, rows } from '#app/shared/rows'

interface OrderFacts {
  id: number
  messageId: string
  executionDate: Day
  transfers: number
  totalCents: Cents
  sha256: string
  who: string
  createdAt: Date
}

/** All that the page of an order shows beside its transfers, or null when there is no such order. */
export async function readOrderPage(id: number) {
  const order = await row<OrderFacts>(
    `SELECT o.id, o.message_id AS "messageId", o.execution_date AS "executionDate", o.transfer_count AS transfers,
       o.total_cents AS "totalCents", encode(o.sha256, 'hex') AS sha256, u.full_name AS who, o.created_at AS "createdAt"
     FROM transfer_orders o JOIN users u ON u.id = o.created_by WHERE o.id = ?`,
    [id]
  )
  if (!order) return null
  const checked = await checkOrder(id, order.createdAt)
  return {
    order,
    runs: await runsOf(id),
    answered: await answeredOf(id),
    answers: await answersOf(id, order.messageId),
    doubts: await doubtsOf(id),
    damaged: isRefused(checked) ? checked.refused : [],
    rules: isRefused(checked) ? [] : checked.rules,
    read: isRefused(checked) ? null : checked.read,
    events: await timelineOf('transfer_order', id),
  }
}

function runsOf(orderId: number) {
  return rows<{ id: number; code: string }>(
    `SELECT DISTINCT r.id, r.code FROM transfers t JOIN statements s ON s.id = t.statement_id
     JOIN runs r ON r.id = s.run_id WHERE t.transfer_order_id = ? ORDER BY r.code`,
    [orderId]
  )
}

/** What the bank answered of the transfers of the order, state by state. */
async function answeredOf(orderId: number) {
  const states = await rows<{ state: string; transfers: number; cents: Cents }>(
    `SELECT state, count(*) AS transfers, sum(amount_cents)::bigint AS cents FROM transfers
     WHERE transfer_order_id = ? AND state <> 'issued' GROUP BY state ORDER BY state`,
    [orderId]
  )
  return states.map(({ state, ...one }) => ({ ...one, label: PAYMENT_STATES[state]!.label }))
}

/** The files of the bank that speak of the order. */
function answersOf(orderId: number, messageId: string) {
  return rows<{ id: number; fileName: string }>(
    `SELECT f.id, f.file_name AS "fileName" FROM bank_files f
     WHERE f.original_message_id = ? OR f.id IN (
       SELECT l.bank_file_id FROM transfers t JOIN transfer_moves m ON m.transfer_id = t.id
       JOIN bank_parts p ON p.id = m.part_id JOIN bank_movements l ON l.id = p.movement_id
       WHERE t.transfer_order_id = ?)
     ORDER BY f.id`,
    [messageId, orderId]
  )
}

/** Its payees whose name the bank did not confirm, by the last answer on each transfer. */
async function doubtsOf(orderId: number) {
  const found = await rows<{ id: number; endToEndId: string; result: string; confirmed: boolean }>(
    `SELECT DISTINCT ON (t.id) p.id, t.end_to_end_id AS "endToEndId", p.result,
       EXISTS (SELECT 1 FROM payee_decisions d WHERE d.check_id = p.id) AS confirmed
     FROM payee_checks p JOIN transfers t ON t.id = p.transfer_id WHERE t.transfer_order_id = ?
     ORDER BY t.id, p.id DESC`,
    [orderId]
  )
  return found
    .filter(({ result }) => result !== 'RCVC')
    .map((one) => ({ ...one, label: payeeLabel(one.result).label }))
}
