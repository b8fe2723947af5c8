import { DateTime } from 'luxon'
import type User from '#app/accounts/user'
import BankAccount from '#app/network/bank_accounts/bank_account'
import { lockAccounts } from '#app/network/bank_accounts/lock_accounts'
import { notifyAccount } from '#app/network/bank_accounts/notify_account'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { loadSettings } from '#app/shared/settings'
import { transaction, type Trx } from '#app/shared/transaction'

export interface AccountApproval {
  accountId: number
  /** Whom the approver called back, on which known number, and what was confirmed. */
  callbackNote: string
}

/**
 * Approves a proposed account: it replaces the current one, and becomes payable once the cooling-off of
 * the settings is over. Never by the person who proposed it; the database says so too.
 */
export async function approveBankAccount(
  actor: Pick<User, 'id' | 'role'>,
  { accountId, callbackNote }: AccountApproval,
  at: Date = new Date()
): Promise<BankAccount | Refused> {
  if (actor.role !== 'approver') return notAnApprover()
  const note = callbackNote.trim()
  if (note === '') return missingNote()

  return transaction<BankAccount>(async (trx) => {
    const proposal = await lockedAccount(trx, accountId)
    if (!proposal) return unknownAccount(accountId)
    if (!proposal.isPending) return notPending(proposal)
    if (proposal.proposedBy === actor.id) return ownProposal()

    const { coolingOffHours } = await loadSettings(trx)
    const approvedAt = DateTime.fromJSDate(at)
    const replaced = await replaceCurrent(trx, proposal.associationId, approvedAt)
    const account = await proposal
      .merge({
        approvedBy: actor.id,
        approvedAt,
        callbackNote: note,
        payableFrom: approvedAt.plus({ hours: coolingOffHours }),
      })
      .save()
    await recordEvent(trx, actor.id, {
      verb: 'bank_account.approved',
      subject: ['bank_account', account.id],
      before: { currentAccountId: replaced?.id ?? null },
      after: { currentAccountId: account.id, payableFrom: account.payableFrom, callbackNote: note },
    })
    await notifyAccount(trx, {
      id: account.id,
      associationId: account.associationId,
      step: 'approved',
      at,
      payableFrom: account.payableFrom!.toJSDate(),
      actorId: actor.id,
    })
    return account
  })
}

/** Read again once the lock is held: two approvers may press the button together. */
export async function lockedAccount(trx: Trx, id: number): Promise<BankAccount | null> {
  const account = await BankAccount.find(id, { client: trx })
  if (!account) return null
  await lockAccounts(trx, account.associationId)
  return BankAccount.query({ client: trx }).where({ id }).forUpdate().firstOrFail()
}

async function replaceCurrent(
  trx: Trx,
  associationId: number,
  replacedAt: DateTime
): Promise<BankAccount | null> {
  const current = await BankAccount.query({ client: trx })
    .where({ associationId })
    .whereNotNull('approvedAt')
    .whereNull('replacedAt')
    .first()
  await current?.merge({ replacedAt }).save()
  return current
}

function notAnApprover(): Refused {
  return refuse(
    'ROLE_INSUFFISANT',
    'Approuver des coordonnées bancaires revient à la direction ou au trésorier.',
    'Demandez à une personne qui a le rôle d’approbation.'
  )
}

function missingNote(): Refused {
  return refuse(
    'RAPPEL_MANQUANT',
    'Le rappel téléphonique n’est pas noté.',
    'Appelez l’association à un numéro déjà connu, et notez qui a confirmé le compte.'
  )
}

export function unknownAccount(id: number): Refused {
  return refuse(
    'COMPTE_INCONNU',
    `Aucunes coordonnées bancaires ne portent le numéro ${id}.`,
    'Vérifiez le numéro dans la page de l’association.'
  )
}

export function notPending(account: BankAccount): Refused {
  if (account.rejectedAt) {
    return refuse(
      'PROPOSITION_REFUSEE',
      `Ces coordonnées bancaires ont été refusées\u00a0: ${account.rejectionReason}`,
      'Faites proposer un compte dont le justificatif convient.'
    )
  }
  return account.approvedAt
    ? refuse('DEJA_APPROUVE', 'Ces coordonnées bancaires sont déjà approuvées.')
    : refuse(
        'PROPOSITION_REMPLACEE',
        'Une proposition plus récente a remplacé celle-ci.',
        'Approuvez la plus récente.'
      )
}

function ownProposal(): Refused {
  return refuse(
    'PROPOSANT_APPROBATEUR',
    'La personne qui a proposé ces coordonnées ne peut pas les approuver.',
    'Demandez à une autre personne qui a le rôle d’approbation.'
  )
}
