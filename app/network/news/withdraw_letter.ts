import type User from '#app/accounts/user'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { found } from '#app/shared/screens/not_found'
import { transaction } from '#app/shared/transaction'

/** Takes a publication back: associations see it no more; who had read it stays known. */
export function withdrawLetter(
  actor: Pick<User, 'id'>,
  letterId: number
): Promise<{ id: number } | Refused> {
  return transaction<{ id: number }>(async (trx) => {
    const { withdrawnAt } = found(
      await row<{ withdrawnAt: Date | null }>(
        `SELECT withdrawn_at AS "withdrawnAt" FROM letters WHERE id = ? FOR UPDATE`,
        [letterId],
        trx
      )
    )
    if (withdrawnAt) return refuse('PUBLICATION_RETIREE', 'Cette publication est déjà retirée.')
    await trx
      .from('letters')
      .where('id', letterId)
      .update({ withdrawn_at: new Date(), withdrawn_by: actor.id })
    await recordEvent(trx, actor.id, { verb: 'letter.withdrawn', subject: ['letter', letterId] })
    return { id: letterId }
  })
}
