import type { HttpContext } from '@adonisjs/core/http'
import { forgetApplication } from '#app/accounts/forget_application'
import { inviteUser } from '#app/accounts/invite_user'
import { isRefused } from '#app/shared/result'
import { goBack } from '#app/shared/screens/back_path'
import { idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'

/** What an administrator does for who lost a password, or a telephone. */
export default class UserInvitationsController {
  async store(ctx: HttpContext) {
    const invitation = await inviteUser(ctx.auth.user!, idOf(ctx.params.id))
    if (isRefused(invitation)) return refuseBack(ctx, invitation)
    ctx.session.flash('invitation', invitation.path)
    say(ctx, 'Une nouvelle invitation part ; les précédentes ne servent plus.')
    return goBack(ctx)
  }

  async destroy(ctx: HttpContext) {
    const user = await forgetApplication(ctx.auth.user!.id, idOf(ctx.params.id))
    if (isRefused(user)) return refuseBack(ctx, user)
    say(ctx, `${user.fullName} choisira une autre application à sa prochaine entrée.`)
    return goBack(ctx)
  }
}
