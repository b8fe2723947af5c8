import type { HttpContext } from '@adonisjs/core/http'
import { acceptInvitation, findInvited, overRefusal } from '#app/accounts/entry/accept_invitation'
import { isRefused } from '#app/shared/result'
import { refuseBack, say } from '#app/shared/screens/refuse_back'

/** The page that an invitation opens: the person chooses a password, then enters with it. */
export default class InvitationController {
  async show(ctx: HttpContext) {
    const invited = await findInvited(String(ctx.params.token))
    if (!invited) return refuseBack(ctx, overRefusal(), '/connexion')
    return ctx.view.render('accounts/invitation', { invited, token: ctx.params.token })
  }

  async update(ctx: HttpContext) {
    // Not trimmed: a space is a letter like another.
    const { password } = ctx.request.only(['password'])
    const invited = await acceptInvitation(
      String(ctx.params.token),
      typeof password === 'string' ? password : ''
    )
    if (isRefused(invited)) return refuseBack(ctx, invited)
    say(ctx, 'Votre mot de passe est enregistré. Entrez avec lui.')
    return ctx.response.redirect().status(303).toPath('/connexion')
  }
}
