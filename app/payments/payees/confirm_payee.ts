import { deedOf, lastChecks } from '#app/payments/payees/last_checks'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { loadSettings } from '#app/shared/settings'
import { lock, transaction } from '#app/shared/transaction'

export interface PayeeConfirmation {
  checkId: number
  /** Who was called, and what says that the account is the association’s. */
  reason: string
  actorId: number
  at?: Date
}

const LONGEST = 500

/**
 * Confirms the holder of an account in doubt, with a reason, so that orders pay it. Never by who proposed the account,
 * nor against the policy; a later word of the bank, or another account, asks again.
 */
export async function confirmPayee({
  checkId,
  reason,
  actorId,
  at = new Date(),
}: PayeeConfirmation): Promise<{ bankAccountId: number } | Refused> {
  const why = reason.trim()
  if (why === '' || why.length > LONGEST) {
    return refuse(
      'RAISON_MANQUANTE',
      `Dites ce qui prouve que ce compte est le bon, en ${LONGEST} caractères au plus.`,
      'Par exemple\u00a0: l’association a confirmé son nom au numéro connu, pièce jointe au dossier.',
      'raison'
    )
  }
  return transaction<{ bankAccountId: number }>(async (trx) => {
    await lock(trx, 'transfer order')
    const check = await row<{ result: string; bankAccountId: number; proposedBy: number }>(
      `SELECT p.result, p.bank_account_id AS "bankAccountId", b.proposed_by AS "proposedBy"
       FROM payee_checks p JOIN bank_accounts b ON b.id = p.bank_account_id WHERE p.id = ?`,
      [checkId],
      trx
    )
    if (!check) {
      return refuse('VERIFICATION_INCONNUE', `Il n’y a pas de vérification n°\u00a0${checkId}.`)
    }
    const { bankAccountId, proposedBy, result } = check
    const last = (await lastChecks([bankAccountId], trx)).get(bankAccountId)!
    if (last.id !== checkId || last.confirmed) {
      return refuse(
        'VERIFICATION_DEPASSEE',
        'Cette vérification est déjà confirmée, ou la banque a répondu de nouveau depuis.',
        'Ouvrez la dernière vérification de ce compte.'
      )
    }
    const { payeePolicy } = await loadSettings(trx)
    const deed = deedOf(result, payeePolicy)
    if (deed !== 'confirm') {
      return refuse(
        'RIEN_A_CONFIRMER',
        deed === 'block'
          ? 'La règle de la fédération ne paie pas ce compte, même confirmé.'
          : 'Ce compte se paie sans confirmation.',
        deed === 'block' ? 'Faites proposer un compte au nom que la banque connaît.' : undefined
      )
    }
    if (proposedBy === actorId) {
      return refuse(
        'PROPOSANT',
        'La personne qui a proposé ce compte n’en confirme pas le titulaire.',
        'Demandez à une autre personne qui a le rôle d’approbation.'
      )
    }
    await trx
      .table('payee_decisions')
      .insert({ check_id: checkId, reason: why, decided_by: actorId, decided_at: at })
    await recordEvent(trx, actorId, {
      verb: 'bank_account.payee_confirmed',
      subject: ['bank_account', bankAccountId],
      after: { reason: why, result },
    })
    return { bankAccountId }
  })
}
