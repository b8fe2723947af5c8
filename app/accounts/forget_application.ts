import type User from '#app/accounts/user'
import { lockUser } from '#app/accounts/lock_user'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { transaction } from '#app/shared/transaction'

/** For a lost telephone: the person will enrol another at the next entrance. Sessions end; never one’s own. */
export function forgetApplication(actorId: number, userId: number): Promise<User | Refused> {
  return transaction<User>(async (trx) => {
    if (actorId === userId) {
      return refuse(
        'SON_PROPRE_CODE',
        'On n’efface pas sa propre application de codes.',
        'Demandez-le à une autre personne de l’administration.'
      )
    }
    const user = await lockUser(trx, userId)
    if (!user?.totpEnrolledAt) return refuse('SANS_APPLICATION', 'Ce compte n’a pas d’application.')
    await trx
      .from('users')
      .where('id', userId)
      .update({ totp_secret: null, totp_enrolled_at: null, totp_last_step: null })
    await trx.from('recovery_codes').where('user_id', userId).delete()
    await trx.from('sessions').where('user_id', String(userId)).delete()
    await recordEvent(trx, actorId, { verb: 'second_factor.forgotten', subject: ['user', userId] })
    return user
  })
}
