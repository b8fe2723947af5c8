import type User from '#app/accounts/user'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { found } from '#app/shared/screens/not_found'
import { transaction } from '#app/shared/transaction'

/** Withdraws a declaration of the person’s association: it counts no more, and stays known. */
export function withdrawAction(
  actor: Pick<User, 'id' | 'associationId'>,
  actionId: number
): Promise<{ id: number } | Refused> {
  return transaction<{ id: number }>(async (trx) => {
    const { withdrawnAt } = found(
      await row<{ withdrawnAt: Date | null }>(
        `SELECT withdrawn_at AS "withdrawnAt" FROM awareness_actions WHERE id = ? AND association_id = ? FOR UPDATE`,
        [actionId, actor.associationId],
        trx
      )
    )
    if (withdrawnAt) return refuse('ACTION_RETIREE', 'Cette action est déjà retirée.')
    await trx
      .from('awareness_actions')
      .where('id', actionId)
      .update({ withdrawn_at: new Date(), withdrawn_by: actor.id })
    await recordEvent(trx, actor.id, {
      verb: 'action.withdrawn',
      subject: ['awareness_action', actionId],
    })
    return { id: actionId }
  })
}
