import type User from '#app/accounts/user'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { transaction } from '#app/shared/transaction'

export interface AdvanceDecision {
  conventionCode: string
  /** How far the federation may go ahead of the funder's money, in cents; it replaces an earlier, lower limit. */
  upToCents: number
  reason: string
}

/** Decides to pay associations before the funder's money is there: an approver's word, with a reason. */
export async function decideAdvance(
  actor: Pick<User, 'id' | 'role'>,
  { conventionCode, upToCents, reason }: AdvanceDecision
): Promise<{ id: number } | Refused> {
  if (actor.role !== 'approver') {
    return refuse('ROLE_INSUFFISANT', 'Avancer des fonds revient à la direction ou au trésorier.')
  }
  if (reason.trim() === '' || !Number.isSafeInteger(upToCents) || upToCents <= 0) {
    return refuse('AVANCE_INCOMPLETE', 'Une avance a un montant et un motif.', 'Donnez les deux.')
  }
  return transaction<{ id: number }>(async (trx) => {
    const convention = await row<{ id: number }>(
      'SELECT id FROM conventions WHERE code = ?',
      [conventionCode],
      trx
    )
    if (!convention)
      return refuse('CONVENTION_INCONNUE', `La convention « ${conventionCode} » n’existe pas.`)
    const [created] = await trx
      .table('advance_decisions')
      .insert({
        convention_id: convention.id,
        up_to_cents: upToCents,
        reason,
        decided_by: actor.id,
      })
      .returning('id')
    await recordEvent(trx, actor.id, {
      verb: 'convention.advance_decided',
      subject: ['convention', convention.id],
      after: { upToCents, reason },
    })
    return { id: created.id as number }
  })
}
