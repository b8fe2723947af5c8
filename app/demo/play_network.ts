import type { DemoPeople } from '#app/demo/demo_people'
import { granted } from '#app/demo/granted'
import { approveBankAccount } from '#app/network/bank_accounts/approve_bank_account'
import { rows } from '#app/shared/rows'

/** The association whose account nobody has approved: the story needs one to hold. */
export const WITHOUT_ACCOUNT = 'AV23'

/** Approves the accounts that the associations asked for, after as many fictitious calls; one may be left out. */
export async function approveDemoAccounts(
  { approver }: DemoPeople,
  at: Date,
  leftOut: string | null = WITHOUT_ACCOUNT
): Promise<void> {
  const pending = await rows<{ id: number; email: string }>(
    `SELECT b.id, a.email FROM bank_accounts b JOIN associations a ON a.id = b.association_id
     WHERE b.approved_at IS NULL AND a.code IS DISTINCT FROM ? ORDER BY b.id`,
    [leftOut]
  )
  for (const { id, email } of pending) {
    const callbackNote = `Rappel fictif, compte confirmé par ${email}`
    granted(await approveBankAccount(approver, { accountId: id, callbackNote }, at))
  }
}
