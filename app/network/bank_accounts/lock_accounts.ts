import { lock, type Trx } from '#app/shared/transaction'

/** Proposals and approvals of one association's accounts wait for each other, until the transaction ends. */
export function lockAccounts(trx: Trx, associationId: number): Promise<void> {
  return lock(trx, `bank-accounts:${associationId}`)
}
