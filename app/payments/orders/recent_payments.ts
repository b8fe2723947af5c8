import { open } from '#app/network/bank_accounts/iban_vault'
import type { RecentPayment, RuleContext } from '#app/payments/rules/rule'
import { addDays, parisDay } from '#app/shared/day'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** Days within which the same amount to the same IBAN deserves a look. */
const LOOK_BACK = 30

/**
 * What earlier orders sent: every EndToEndId for ever, and the payments of the last days. With `before`, only the
 * orders older than that one count: an order is looked at again as it was looked at when it was written.
 */
export async function recentPayments(
  trx: Trx,
  at: Date,
  before = Number.MAX_SAFE_INTEGER
): Promise<Pick<RuleContext, 'usedEndToEndIds' | 'recentPayments'>> {
  const used = await rows<{ id: string }>(
    'SELECT end_to_end_id AS id FROM transfers WHERE transfer_order_id < ?',
    [before],
    trx
  )
  const recent = await rows<Omit<RecentPayment, 'iban'> & { ciphertext: string }>(
    `SELECT b.iban_ciphertext AS ciphertext, t.amount_cents AS amount, o.execution_date AS "executionDate",
       t.end_to_end_id AS "endToEndId"
     FROM transfers t JOIN transfer_orders o ON o.id = t.transfer_order_id
     JOIN bank_accounts b ON b.id = t.bank_account_id
     WHERE o.execution_date >= ? AND t.state NOT IN ('rejected', 'returned')
       AND t.transfer_order_id < ?`,
    [addDays(parisDay(at), -LOOK_BACK), before],
    trx
  )
  return {
    usedEndToEndIds: new Set(used.map(({ id }) => id)),
    recentPayments: recent.map(({ ciphertext, ...payment }) => ({
      iban: open(ciphertext),
      ...payment,
    })),
  }
}
