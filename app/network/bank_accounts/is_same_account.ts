import { ibanIndex } from '#app/network/bank_accounts/iban_vault'
import type { NewAccount } from '#app/network/new_association'
import { row } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** True when the association already has this account, approved or waiting: same IBAN, BIC and holder. */
export async function isSameAccount(
  trx: Trx,
  associationId: number,
  { iban, bic, holder }: NewAccount
): Promise<boolean> {
  const found = await row(
    `SELECT 1 FROM bank_accounts
     WHERE association_id = ? AND iban_index = ? AND holder = ? AND bic IS NOT DISTINCT FROM ?
       AND replaced_at IS NULL AND blocked_at IS NULL`,
    [associationId, ibanIndex(iban), holder, bic],
    trx
  )
  return found !== null
}
