import { reasonCode as known } from '#app/payments/answers/reason_codes'
import type { WrittenMove } from '#app/payments/bank/move_transfers'
import { formatDay } from '#app/shared/french_format'
import { recordEvent } from '#app/shared/record_event'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** Blocks, once, each account that the reason of a refused or returned transfer accuses: no order pays it again. */
export async function blockAccounts(
  trx: Trx,
  moved: readonly WrittenMove[],
  { actorId, at }: { actorId: number; at: Date }
): Promise<void> {
  for (const { state, on, endToEndId, reasonCode, bankAccountId } of moved) {
    if (state !== 'rejected' && state !== 'returned') continue
    const reason = known(reasonCode)
    if (!reason?.accusesAccount) continue
    const done = state === 'rejected' ? 'rejeté' : 'revenu'
    const why = `${reason.meaning} (${reasonCode})\u00a0: virement ${endToEndId} ${done} le ${formatDay(on)}.`
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
