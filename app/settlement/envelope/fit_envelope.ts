import type { Cents } from '#app/shared/cents'

/** What an association would be paid by the run. */
export interface Due {
  associationId: number
  totalCents: Cents
}

/**
 * Associations that wait because the envelope is too small, taken in the order given. One that does not fit waits
 * whole, and does not stop those after it that do; who is owed nothing takes nothing.
 */
export function fitEnvelope<One extends Due>(leftCents: Cents, dues: readonly One[]): One[] {
  let left = Math.max(leftCents, 0)
  return dues.filter(({ totalCents }) => {
    if (totalCents <= 0) return false
    if (totalCents > left) return true
    left -= totalCents
    return false
  })
}
