import { granted } from '#app/demo/granted'
import { letterAccounts } from '#app/ledger/lettering/letter_accounts'
import { postReceipts } from '#app/ledger/receipts/post_receipts'
import { recordFunderAccount } from '#app/ledger/receipts/record_funder_account'
import type { Day } from '#app/shared/day'
import { row, rows } from '#app/shared/rows'

/** Where a fictitious accountant puts the money of a funder, by the treatment of its convention. */
const FUNDER_ACCOUNTS: Readonly<Record<string, { account: string; label: string }>> = {
  aide: { account: '741000', label: 'Subventions (choix fictif)' },
  prestation: { account: '706000', label: 'Prestations de services (choix fictif)' },
}

/** Keeps the books of the demonstration: instalments posted, and what the bank paid lettered, on its last day. */
export async function playBooks(actorId: number): Promise<void> {
  const conventions = await rows<{ id: number; treatment: string; account: string; label: string }>(
    `SELECT convention_id AS id, treatment, charge_account AS account, charge_label AS label FROM account_mappings
     ORDER BY convention_id`
  )
  // Money that only passes through comes in and goes out by the same account.
  for (const { id, treatment, ...through } of conventions) {
    granted(await recordFunderAccount(actorId, id, FUNDER_ACCOUNTS[treatment] ?? through))
  }
  granted(await postReceipts(actorId))
  const last = await row<{ day: Day }>('SELECT max(entry_date) AS day FROM journal_entries')
  granted(await letterAccounts(actorId, last!.day))
}
