import { DateTime } from 'luxon'
import type User from '#app/accounts/user'
import {
  lockedAccount,
  notPending,
  unknownAccount,
} from '#app/network/bank_accounts/approve_bank_account'
import type BankAccount from '#app/network/bank_accounts/bank_account'
import { notifyAccount } from '#app/network/bank_accounts/notify_account'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { transaction } from '#app/shared/transaction'

export interface AccountRejection {
  accountId: number
  /** What is wrong with the account or its evidence. */
  reason: string
}

/**
 * Refuses a proposed account, by someone other than who proposed it. The account in force, if any, stays; another
 * proposal, even of the same account with better evidence, is possible.
 */
export async function rejectBankAccount(
  actor: Pick<User, 'id' | 'role'>,
  { accountId, reason }: AccountRejection,
  at: Date = new Date()
): Promise<BankAccount | Refused> {
  if (actor.role !== 'approver') return notAnApprover()
  if (reason.trim() === '') {
    return refuse(
      'MOTIF_MANQUANT',
      'Un refus se motive.',
      'Dites ce qui ne va pas\u00a0: l’association devra y répondre.',
      'motif'
    )
  }
  return transaction<BankAccount>(async (trx) => {
    const proposal = await lockedAccount(trx, accountId)
    if (!proposal) return unknownAccount(accountId)
    if (!proposal.isPending) return notPending(proposal)
    if (proposal.proposedBy === actor.id) return ownProposal()
    const rejectedAt = DateTime.fromJSDate(at)
    const account = await proposal
      .merge({
        rejectedBy: actor.id,
        rejectedAt,
        rejectionReason: reason.trim(),
        replacedAt: rejectedAt,
      })
      .save()
    await recordEvent(trx, actor.id, {
      verb: 'bank_account.rejected',
      subject: ['bank_account', account.id],
      after: { reason: reason.trim() },
    })
    const { id, associationId } = account
    await notifyAccount(trx, { id, associationId, step: 'rejected', at, actorId: actor.id })
    return account
  })
}

function notAnApprover(): Refused {
  return refuse(
    'ROLE_INSUFFISANT',
    'Refuser des coordonnées bancaires revient à la direction ou au trésorier.',
    'Demandez à une personne qui a le rôle d’approbation.'
  )
}

function ownProposal(): Refused {
  return refuse(
    'PROPOSANT_APPROBATEUR',
    'La personne qui a proposé ces coordonnées ne peut pas les refuser.',
    'Proposez le bon compte\u00a0: il remplacera celui-ci.'
  )
}
