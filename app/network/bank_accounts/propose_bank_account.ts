import type User from '#app/accounts/user'
import type { Role } from '#app/accounts/user'
import { accountProblems } from '#app/network/bank_accounts/account_problems'
import { reasonOf } from '#app/network/directory/cell_problem'
import { electronicIban } from '#app/network/bank_accounts/check_iban'
import { isSameAccount } from '#app/network/bank_accounts/is_same_account'
import { lockAccounts } from '#app/network/bank_accounts/lock_accounts'
import type { NewAccount } from '#app/network/new_association'
import { writeProposal, type Proposed } from '#app/network/bank_accounts/write_proposal'
import { refuse, type Refused } from '#app/shared/result'
import type { KeptFile } from '#app/shared/screens/kept_file'
import { transaction } from '#app/shared/transaction'

/** Who may say where an association is to be paid; an approver decides, and proposes nothing. */
export const PROPOSERS: readonly Role[] = ['coordinator', 'association']

export interface AccountProposal extends NewAccount {
  associationId: number
  /** What shows that the account is the association's: a RIB and where it is filed. */
  evidence: string
  /** The RIB itself, kept in the archive. */
  file?: KeptFile
}

/** Proposes an association's account. Nothing is paid there before another person has approved it. */
export async function proposeBankAccount(
  actor: Pick<User, 'id' | 'role' | 'associationId'>,
  { associationId, evidence, file, ...typed }: AccountProposal,
  at: Date = new Date()
): Promise<Proposed | Refused> {
  const stranger = actor.role === 'association' && actor.associationId !== associationId
  if (!PROPOSERS.includes(actor.role) || stranger) return notAllowed()
  const account = {
    iban: electronicIban(typed.iban),
    bic: typed.bic?.replace(/\s/g, '').toUpperCase() || null,
    holder: typed.holder.trim(),
  }
  const refused = accountProblems(account).map(reasonOf)
  if (evidence.trim() === '') refused.push(...missingEvidence().refused)
  if (refused.length > 0) return { refused }

  return transaction<Proposed>(async (trx) => {
    await lockAccounts(trx, associationId)
    if (await isSameAccount(trx, associationId, account)) {
      return refuse(
        'COMPTE_IDENTIQUE',
        'Ces coordonnées sont déjà celles de l’association, approuvées ou en attente.',
        'Il n’y a rien à changer.'
      )
    }
    return writeProposal(trx, associationId, account, {
      actorId: actor.id,
      evidence: evidence.trim(),
      file,
      at,
      importId: null,
    })
  })
}

function notAllowed(): Refused {
  return refuse(
    'PROPOSITION_INTERDITE',
    'Ces coordonnées bancaires ne sont pas à proposer par ce compte.',
    'La coordination propose pour toutes les associations, une association pour elle-même.'
  )
}

function missingEvidence(): Refused {
  return refuse(
    'JUSTIFICATIF_MANQUANT',
    'Rien ne montre que ce compte est celui de l’association.',
    'Indiquez le RIB reçu et où il est classé.'
  )
}
