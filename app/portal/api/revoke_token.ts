import type User from '#app/accounts/user'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { found } from '#app/shared/screens/not_found'
import { transaction } from '#app/shared/transaction'

/** Closes an access of the person’s association: its next call is refused. */
export function revokeToken(
  { id: userId, associationId }: Pick<User, 'id' | 'associationId'>,
  tokenId: number
): Promise<{ label: string } | Refused> {
  return transaction<{ label: string }>(async (trx) => {
    const token = found(
      await row<{ label: string; revokedAt: Date | null }>(
        `SELECT label, revoked_at AS "revokedAt" FROM api_tokens WHERE id = ? AND association_id = ? FOR UPDATE`,
        [tokenId, associationId],
        trx
      )
    )
    if (token.revokedAt) return refuse('ACCES_FERME', 'Cet accès est déjà fermé.')
    await trx
      .from('api_tokens')
      .where('id', tokenId)
      .update({ revoked_at: new Date(), revoked_by: userId })
    await recordEvent(trx, userId, {
      verb: 'api_token.revoked',
      subject: ['api_token', tokenId],
      after: { label: token.label },
    })
    return { label: token.label }
  })
}
