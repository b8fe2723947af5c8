import { statusCode } from '#app/payments/answers/status_codes'
import type { ToldStatus } from '#app/payments/bank/pending'

/**
 * Whether a refused line only repeats what refuses its whole order or lot: it has no reason of its own. The whole may
 * be told by its status, each of its lines being listed or not. Pure.
 */
export function isOfWholeOrder(line: ToldStatus, told: readonly ToldStatus[]): boolean {
  return told.some(
    ({ level, status, orderId, lotId, reasonCode }) =>
      level !== 'transfer' &&
      statusCode(status)?.meaning === 'rejected' &&
      orderId === line.orderId &&
      (lotId === null || lotId === line.lotId) &&
      (line.reasonCode === null || line.reasonCode === reasonCode)
  )
}
