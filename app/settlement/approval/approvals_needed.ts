import type { ApprovalBand } from '#app/shared/settings'
import type { Cents } from '#app/shared/cents'

/** How many people must approve a run of this amount: the highest band that it reaches. */
export function approvalsNeeded(total: Cents, bands: readonly ApprovalBand[]): number {
  return bands.reduce(
    (needed, { fromCents, approvals }) =>
      total >= fromCents ? Math.max(needed, approvals) : needed,
    1
  )
}
