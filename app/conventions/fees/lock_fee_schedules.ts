import { lock, type Trx } from '#app/shared/transaction'

/** Publications and withdrawals of one convention's barèmes wait for each other. */
export function lockFeeSchedules(trx: Trx, conventionId: number): Promise<void> {
  return lock(trx, `fee-schedules:${conventionId}`)
}
