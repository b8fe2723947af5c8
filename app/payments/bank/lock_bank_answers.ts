import { lock, type Trx } from '#app/shared/transaction'

/** One answer of the bank at a time; and no order is written meanwhile, since what it pays is what was not refused. */
export async function lockBankAnswers(trx: Trx): Promise<void> {
  await lock(trx, 'bank answers')
  await lock(trx, 'transfer order')
}
