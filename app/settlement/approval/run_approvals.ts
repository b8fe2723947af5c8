import { amountToApprove } from '#app/settlement/approval/amount_to_approve'
import { approvalsNeeded } from '#app/settlement/approval/approvals_needed'
import type Run from '#app/settlement/run'
import type { Cents } from '#app/shared/cents'
import { rows } from '#app/shared/rows'
import { loadSettings } from '#app/shared/settings'
import type { Trx } from '#app/shared/transaction'

export interface RunApprovals {
  needed: number
  /** What would leave the federation’s account: its amount says how many must approve. */
  payableCents: Cents
  given: { who: string; at: Date }[]
  voided: { who: string; at: Date; reason: string }[]
}

/** Who approved a run, and how many must. */
export async function runApprovals(trx: Trx, run: Run): Promise<RunApprovals> {
  const { approvalBands } = await loadSettings(trx)
  const payableCents = await amountToApprove(trx, run.id)
  const approvals = await rows<{ who: string; at: Date; reason: string | null }>(
    `SELECT u.full_name AS who, p.approved_at AS at, p.void_reason AS reason
     FROM run_approvals p JOIN users u ON u.id = p.approver_id WHERE p.run_id = ? ORDER BY p.id`,
    [run.id],
    trx
  )
  return {
    needed: approvalsNeeded(payableCents, approvalBands),
    payableCents,
    given: approvals.filter(({ reason }) => reason === null),
    voided: approvals.flatMap(({ reason, ...rest }) =>
      reason === null ? [] : [{ ...rest, reason }]
    ),
  }
}
