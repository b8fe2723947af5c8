import type User from '#app/accounts/user'
import { lockUser } from '#app/accounts/lock_user'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { lock, transaction } from '#app/shared/transaction'

/** Closes an account: its sessions end at once, its links no longer serve, its deeds stay. */
export function closeUser(
  actorId: number,
  userId: number,
  at = new Date()
): Promise<User | Refused> {
  return transaction<User>(async (trx) => {
    await lock(trx, 'users')
    const user = await lockUser(trx, userId)
    if (!user?.isActive) return refuse('COMPTE_FERME', 'Ce compte est déjà fermé.')
    const others = await row(
      `SELECT 1 FROM users WHERE role = 'admin' AND disabled_at IS NULL AND id <> ?`,
      [userId],
      trx
    )
    if (user.role === 'admin' && !others) {
      return refuse(
        'DERNIERE_ADMINISTRATION',
        'C’est le dernier compte de l’administration.',
        'Ouvrez-en un autre avant de fermer celui-ci.'
      )
    }
    await trx.from('users').where('id', userId).update({ disabled_at: at })
    await trx.from('sessions').where('user_id', String(userId)).delete()
    await trx
      .from('invitations')
      .where('user_id', userId)
      .whereNull('used_at')
      .update({ used_at: at })
    await recordEvent(trx, actorId, { verb: 'user.closed', subject: ['user', userId] })
    return user
  })
}

/** Opens a closed account again; the person keeps their password and their application. */
export function reopenUser(actorId: number, userId: number): Promise<User | Refused> {
  return transaction<User>(async (trx) => {
    const user = await lockUser(trx, userId)
    if (!user || user.isActive) return refuse('COMPTE_OUVERT', 'Ce compte n’est pas fermé.')
    await trx.from('users').where('id', userId).update({ disabled_at: null })
    await recordEvent(trx, actorId, { verb: 'user.reopened', subject: ['user', userId] })
    return user
  })
}
