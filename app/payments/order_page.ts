import { checkOrder } from '#app/payments/check_order'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { isRefused } from '#app/shared/result'
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
