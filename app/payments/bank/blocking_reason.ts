import { reasonCode as known } from '#app/payments/answers/reason_codes'
import type { WrittenMove } from '#app/payments/bank/move_transfers'
import { formatDay } from '#app/shared/french_format'

/** Why a move blocks the account that it was to pay; null when its reason does not accuse it. */
export function blockingReason({
  state,
  on,
  endToEndId,
  reasonCode,
}: Pick<WrittenMove, 'state' | 'on' | 'endToEndId' | 'reasonCode'>): string | null {
  if (state !== 'rejected' && state !== 'returned') return null
  const reason = known(reasonCode)
  if (!reason?.accusesAccount) return null
  const done = state === 'rejected' ? 'rejeté' : 'revenu'
  return `${reason.meaning} (${reasonCode})\u00a0: virement ${endToEndId} ${done} le ${formatDay(on)}.`
}
