import { buildOrder } from '#app/payments/pain001/build_order'
import { checkAccounts } from '#app/payments/check_accounts'
import { checkPain001, type Breach } from '#app/payments/pain001/check_pain001'
import { lastChecks, type LastCheck } from '#app/payments/payees/last_checks'
import { payeeDoubts } from '#app/payments/payees/payee_doubts'
import { writePain001 } from '#app/payments/pain001/pain001'
import type { PaymentOrder } from '#app/payments/pain001/payment_order'
import { recentPayments } from '#app/payments/orders/recent_payments'
import { selectStatements, type PayableStatement } from '#app/payments/orders/select_statements'
import { parisDay, type Day } from '#app/shared/day'
import type { Reason } from '#app/shared/result'
import { loadSettings } from '#app/shared/settings'
import { lock, type Trx } from '#app/shared/transaction'

export interface PreparedOrder {
  statements: PayableStatement[]
  order: PaymentOrder
  file: string
  /** Why accounts of the order cannot be paid. */
  doubts: Reason[]
  breaches: Breach[]
  /** What the banks last said of the holders, by account. */
  checks: ReadonlyMap<number, LastCheck>
}

/** The order that would pay what these runs still owe, and its file, with all that is to be said of them. */
export async function prepareOrder(
  trx: Trx,
  { runIds, executionDate }: { runIds: readonly number[]; executionDate: Day },
  at: Date
): Promise<PreparedOrder | null> {
  await lock(trx, 'transfer order')
  const statements = await selectStatements(trx, runIds)
  if (statements.length === 0) return null
  const settings = await loadSettings(trx)
  const order = await buildOrder(trx, statements, settings, executionDate, at)
  const accounts = statements.map(({ bankAccountId }) => bankAccountId)
  const checks = await lastChecks(accounts, trx)
  const doubts = [
    ...(checkAccounts(statements, order, at)?.refused ?? []),
    ...payeeDoubts(statements, checks, settings.payeePolicy),
  ]
  const file = writePain001(order, { version: settings.painVersion })
  const breaches = checkPain001(file, { today: parisDay(at), ...(await recentPayments(trx, at)) })
  return { statements, order, file, doubts, breaches, checks }
}
