import db from '@adonisjs/lucid/services/db'
import { payeeLabel } from '#app/network/bank_accounts/payee_labels'
import { changedNames } from '#app/payments/orders/changed_names'
import type { OrderDraft } from '#app/payments/orders/order_draft'
import type { LastCheck } from '#app/payments/payees/last_checks'
import { prepareOrder } from '#app/payments/orders/prepare_order'
import { ruleResults } from '#app/payments/pain001/rule_results'
import { sumCents } from '#app/shared/cents'
import { maskIban } from '#app/shared/french_format'

/** What an order would pay and what its file would be checked for: nothing is written, no number is taken. */
export async function previewOrder(draft: OrderDraft, at = new Date()) {
  const trx = await db.transaction()
  try {
    const prepared = await prepareOrder(trx, draft, at)
    if (!prepared) return null
    const { statements, order, doubts, breaches, checks } = prepared
    return {
      totalCents: sumCents(statements.map(({ payableCents }) => payableCents)),
      transfers: statements.map((one, i) => ({
        statementId: one.id,
        statement: one.number,
        association: one.associationCode,
        holder: one.holder,
        iban: masked(order.transfers[i]!.iban),
        amountCents: one.payableCents,
        attempts: one.attempts,
        payee: payeeOf(checks.get(one.bankAccountId)),
      })),
      doubts,
      rules: ruleResults(breaches),
      writable: doubts.length === 0 && breaches.every(({ level }) => level !== 'error'),
      changedNames: changedNames(order),
    }
  } finally {
    await trx.rollback()
  }
}

/** What the bank of the account last said of its holder; null when it was not asked. */
function payeeOf(check: LastCheck | undefined) {
  return check ? { id: check.id, confirmed: check.confirmed, ...payeeLabel(check.result) } : null
}

function masked(iban: string): string {
  return maskIban(iban.slice(0, 2), iban.slice(-4))
}
