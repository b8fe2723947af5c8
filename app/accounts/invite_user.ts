import type User from '#app/accounts/user'
import { ROLE_LABELS } from '#app/accounts/actor'
import { invite, type Invitation } from '#app/accounts/entry/invite'
import { invitationLetter } from '#app/shared/mail/letters/invitation'
import { postMail } from '#app/shared/mail/post_mail'
import { renderLetter } from '#app/shared/mail/render_letter'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { transaction } from '#app/shared/transaction'
import { lockUser } from '#app/accounts/lock_user'

/** Sends a person the link that lets them choose a password; also when they have lost theirs. */
export function inviteUser(
  actor: Pick<User, 'id' | 'fullName'>,
  userId: number
): Promise<Invitation | Refused> {
  return transaction<Invitation>(async (trx) => {
    const user = await lockUser(trx, userId)
    if (!user) return refuse('COMPTE_INCONNU', 'Ce compte n’existe pas.')
    if (!user.isActive) {
      return refuse(
        'COMPTE_FERME',
        'Ce compte est fermé.',
        'Rouvrez-le avant d’inviter la personne.'
      )
    }
    const invitation = await invite(trx, user.id, actor.id)
    await postMail(trx, {
      kind: 'invitation',
      to: user.email,
      ...renderLetter(
        invitationLetter({
          fullName: user.fullName,
          invitedBy: actor.fullName,
          role: ROLE_LABELS[user.role],
          path: invitation.path,
        })
      ),
      secret: true,
      causedBy: actor.id,
    })
    await recordEvent(trx, actor.id, { verb: 'user.invited', subject: ['user', user.id] })
    return invitation
  })
}
