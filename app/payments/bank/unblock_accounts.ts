import { blockingReason } from '#app/payments/bank/blocking_reason'
import type { WrittenMove } from '#app/payments/bank/move_transfers'
import { recordEvent } from '#app/shared/record_event'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** Lifts what the undone moves blocked, and nothing that another word of the bank blocks. */
export async function unblockAccounts(
  trx: Trx,
  undone: readonly WrittenMove[],
  actorId: number
): Promise<void> {
  for (const { bankAccountId, ...move } of undone) {
    const why = blockingReason(move)
    const lifted = await rows(
      `UPDATE bank_accounts SET blocked_at = NULL, blocked_reason = NULL WHERE id = ? AND blocked_reason = ? RETURNING id`,
      [bankAccountId, why],
      trx
    )
    if (lifted.length === 0) continue
    await recordEvent(trx, actorId, {
      verb: 'bank_account.unblocked',
      subject: ['bank_account', bankAccountId],
      before: { reason: why },
    })
  }
}
