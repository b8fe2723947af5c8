import db from '@adonisjs/lucid/services/db'
import { checkPain001 } from '#app/payments/pain001/check_pain001'
import { orderFile } from '#app/payments/orders/order_file'
import { readPain001 } from '#app/payments/pain001/read_pain001'
import { recentPayments } from '#app/payments/orders/recent_payments'
import { ruleResults, type RuleResult } from '#app/payments/pain001/rule_results'
import type { Cents } from '#app/shared/cents'
import { sumCents } from '#app/shared/cents'
import { parisDay } from '#app/shared/day'
import { isRefused, type Refused } from '#app/shared/result'

export interface CheckedOrder {
  rules: RuleResult[]
  /** What the file declares and what it holds, read by other means than those that wrote it. */
  read: {
    declared: { count: number | null; sum: Cents | null }
    found: { count: number; sum: Cents }
  } | null
}

/** Checks the archived file of an order again, as on the day it was written. */
export async function checkOrder(
  orderId: number,
  createdAt: Date
): Promise<CheckedOrder | Refused> {
  const file = await orderFile(orderId)
  if (isRefused(file)) return file
  const context = await db.transaction((trx) => recentPayments(trx, createdAt, orderId))
  const breaches = checkPain001(file.bytes, { today: parisDay(createdAt), ...context })
  const read = readPain001(file.bytes)
  return { rules: ruleResults(breaches), read: 'refusal' in read ? null : totalsOf(read) }
}

function totalsOf({
  declared,
  order,
}: Exclude<ReturnType<typeof readPain001>, { refusal: string }>) {
  return {
    declared: declared.header,
    found: {
      count: order.transfers.length,
      sum: sumCents(order.transfers.map(({ amount }) => amount)),
    },
  }
}
