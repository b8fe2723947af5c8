import type { Cents } from '#app/shared/cents'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { transaction } from '#app/shared/transaction'

export interface DebtClaim {
  /** Number of the statement that ended below zero. */
  statement: string
  reason: string
  actorId: number
}

/** Decides that a negative balance is claimed back (note de débit) instead of carried to the next statement. */
export async function claimDebt({
  statement,
  reason,
  actorId,
}: DebtClaim): Promise<{ amountCents: Cents } | Refused> {
  if (reason.trim() === '') {
    return refuse(
      'MOTIF_MANQUANT',
      'Une note de débit se motive.',
      'Dites pourquoi, avec --reason.'
    )
  }
  return transaction<{ amountCents: Cents }>(async (trx) => {
    const found = await row<{ id: number; carriedCents: Cents; taken: boolean; claimed: boolean }>(
      `SELECT s.id, s.carried_cents AS "carriedCents",
         EXISTS (SELECT 1 FROM settlement_lines WHERE carried_statement_id = s.id) AS taken,
         EXISTS (SELECT 1 FROM debit_notes WHERE statement_id = s.id) AS claimed
       FROM statements s WHERE s.number = ? FOR SHARE`,
      [statement],
      trx
    )
    if (!found) return refuse('RELEVE_INCONNU', `Il n’y a pas de relevé ${statement}.`)
    if (found.carriedCents === 0)
      return refuse('SOLDE_POSITIF', `Le relevé ${statement} ne laisse rien à réclamer.`)
    if (found.taken)
      return refuse(
        'SOLDE_REPRIS',
        'Ce solde est déjà repris par une campagne.',
        'Abandonnez-la, puis recommencez.'
      )
    if (found.claimed) return refuse('SOLDE_RECLAME', 'Ce solde est déjà réclamé.')
    const amountCents = -found.carriedCents
    await trx.table('debit_notes').insert({
      statement_id: found.id,
      amount_cents: amountCents,
      reason,
      decided_by: actorId,
    })
    await recordEvent(trx, actorId, {
      verb: 'statement.debt_claimed',
      subject: ['statement', found.id],
      after: { amountCents, reason },
    })
    return { amountCents }
  })
}
