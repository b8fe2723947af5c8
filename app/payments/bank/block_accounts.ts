import { blockingReason } from '#app/payments/bank/blocking_reason'
import type { WrittenMove } from '#app/payments/bank/move_transfers'
import { recordEvent } from '#app/shared/record_event'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** Blocks, once, each account that the reason of a refused or returned transfer accuses: no order pays it again. */
export async function blockAccounts(
  trx: Trx,
  moved: readonly WrittenMove[],
  { actorId, at }: { actorId: number; at: Date }
): Promise<void> {
  for (const { bankAccountId, ...move } of moved) {
    const why = blockingReason(move)
    if (why === null) continue
    const blocked = await rows(
      `UPDATE bank_accounts SET blocked_at = ?, blocked_reason = ? WHERE id = ? AND blocked_at IS NULL RETURNING id`,
      [at, why, bankAccountId],
      trx
    )
    if (blocked.length === 0) continue
    await recordEvent(trx, actorId, {
      verb: 'bank_account.blocked',
      subject: ['bank_account', bankAccountId],
      after: { reason: why },
    })
  }
}
