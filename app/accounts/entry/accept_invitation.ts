import { passwordRefusal, writePassword } from '#app/accounts/entry/choose_password'
import { hashToken } from '#app/accounts/entry/invite'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { transaction, type Trx } from '#app/shared/transaction'

export interface Invited {
  userId: number
  email: string
  fullName: string
}

/** Whom the link invites, or null when it has served or is over. */
export function findInvited(token: string, at = new Date(), trx?: Trx): Promise<Invited | null> {
  return row<Invited>(
    `SELECT u.id AS "userId", u.email, u.full_name AS "fullName" FROM invitations i JOIN users u ON u.id = i.user_id
     WHERE i.token_hash = ? AND i.used_at IS NULL AND i.expires_at > ? AND u.disabled_at IS NULL ${trx ? 'FOR UPDATE OF i' : ''}`,
    [hashToken(token), at],
    trx
  )
}

/** Records the password that the invited person chose; the link then no longer serves. */
export function acceptInvitation(
  token: string,
  password: string,
  at = new Date()
): Promise<Invited | Refused> {
  return transaction<Invited>(async (trx) => {
    const invited = await findInvited(token, at, trx)
    if (!invited) return overRefusal()
    const refusal = passwordRefusal(password, invited.email)
    if (refusal) return refusal
    await writePassword(trx, invited.userId, password)
    await trx.from('invitations').where('token_hash', hashToken(token)).update({ used_at: at })
    await recordEvent(trx, invited.userId, {
      verb: 'invitation.accepted',
      subject: ['user', invited.userId],
    })
    return invited
  })
}

export function overRefusal(): Refused {
  return refuse(
    'INVITATION_CLOSE',
    'Ce lien a déjà servi, ou sa semaine est passée.',
    'Demandez-en un autre à l’administration.'
  )
}
