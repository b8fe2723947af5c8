import type { HttpContext } from '@adonisjs/core/http'
import { ROLE_LABELS } from '#app/accounts/actor'
import { createUser } from '#app/accounts/create_user'
import { inviteUser } from '#app/accounts/invite_user'
import { ROLES } from '#app/accounts/user'
import { usersList } from '#app/accounts/users_list'
import { isRefused } from '#app/shared/result'
import { row, rows } from '#app/shared/rows'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { showList } from '#app/shared/screens/show_list'
import { timelineOf } from '#app/shared/screens/timeline'
import { typed, typedOrNull } from '#app/shared/screens/typed'

/** The people who may enter. */
export default class UsersController {
  async index(ctx: HttpContext) {
    return showList(ctx, usersList, 'accounts/users')
  }

  async create({ view }: HttpContext) {
    return view.render('accounts/user_new', {
      roles: ROLES.map((role) => ({ value: role, label: ROLE_LABELS[role] })),
      associations: await rows(
        'SELECT code AS value, name AS label FROM associations ORDER BY name'
      ),
    })
  }

  async store(ctx: HttpContext) {
    const user = await createUser(ctx.auth.user!, {
      email: typed(ctx.request, 'email', 254),
      fullName: typed(ctx.request, 'name', 120),
      role: typed(ctx.request, 'role', 40),
      associationCode: typedOrNull(ctx.request, 'association'),
    })
    if (isRefused(user)) return refuseBack(ctx, user)
    const invitation = await inviteUser(ctx.auth.user!, user.id)
    if (isRefused(invitation)) return refuseBack(ctx, invitation)
    ctx.session.flash('invitation', invitation.path)
    say(ctx, `L’invitation part à ${user.email}.`)
    return ctx.response.redirect().status(303).toPath(`/utilisateurs/${user.id}`)
  }

  async show({ params, view, session }: HttpContext) {
    const id = idOf(params.id)
    return view.render('accounts/user', {
      person: found(await row(`SELECT * FROM (${usersList.sql}) AS list WHERE id = ?`, [id])),
      enrolled: await row('SELECT 1 FROM users WHERE id = ? AND totp_enrolled_at IS NOT NULL', [
        id,
      ]),
      invitation: session.flashMessages.get('invitation'),
      events: await timelineOf('user', id),
    })
  }
}
