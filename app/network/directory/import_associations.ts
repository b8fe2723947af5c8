import Association from '#app/network/association'
import type { AssociationRow } from '#app/network/directory/check_association_row'
import { isSameAccount } from '#app/network/bank_accounts/is_same_account'
import { lockAccounts } from '#app/network/bank_accounts/lock_accounts'
import type { NewAccount } from '#app/network/new_association'
import { updateAssociation } from '#app/network/directory/update_association'
import { writeAssociation } from '#app/network/write_association'
import { writeProposal, type Proposal } from '#app/network/bank_accounts/write_proposal'
import { parisDay, type Day } from '#app/shared/day'
import { lock, type Trx } from '#app/shared/transaction'

export interface AssociationImport {
  actorId: number
  importId: number | null
  /** What shows the accounts of the file; the file's own name when nothing else does. */
  evidence: string
  at: Date
  /** First day of the new memberships; the day of the import when not given. */
  memberSince?: Day
}

export interface ImportedAssociations {
  created: number
  updated: number
  unchanged: number
  /** Accounts that wait for an approval, with the associations that gave the same IBAN. */
  proposals: { code: string; accountId: number; sameIbanAs: string[] }[]
}

/**
 * Writes the checked rows of a file in the caller's transaction. Descriptions follow the file; an account
 * never does: a new IBAN, BIC or holder is a proposal, which another person approves.
 */
export async function importAssociations(
  trx: Trx,
  rows: readonly AssociationRow[],
  { memberSince, ...how }: AssociationImport
): Promise<ImportedAssociations> {
  await lock(trx, 'associations')
  const result: ImportedAssociations = { created: 0, updated: 0, unchanged: 0, proposals: [] }
  const entrance = {
    actorId: how.actorId,
    importId: how.importId,
    memberSince: memberSince ?? parisDay(how.at),
  }
  for (const { association: described, account } of rows) {
    const known = await Association.findBy('code', described.code, { client: trx })
    const association = known ?? (await writeAssociation(trx, described, entrance))
    const updated = known !== null && (await updateAssociation(trx, known, described, how.actorId))
    const proposal = account && (await proposeIfNew(trx, association.id, account, how))
    if (proposal) result.proposals.push({ code: described.code, ...proposal })
    if (!known) result.created++
    else if (updated || proposal) result.updated++
    else result.unchanged++
  }
  return result
}

async function proposeIfNew(trx: Trx, id: number, account: NewAccount, how: Proposal) {
  await lockAccounts(trx, id)
  if (await isSameAccount(trx, id, account)) return null
  const proposed = await writeProposal(trx, id, account, how)
  return { accountId: proposed.account.id, sameIbanAs: proposed.sameIbanAs }
}
