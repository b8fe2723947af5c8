import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { logAccess } from '#app/accounts/entry/log_access'
import { sessionKey } from '#app/accounts/entry/open_sessions'
import { rows } from '#app/shared/rows'
import { NotFound } from '#app/shared/screens/not_found'
import { say } from '#app/shared/screens/refuse_back'

/** Ends one of the person’s own sessions, wherever it is open. */
export default class OpenSessionsController {
  async destroy(ctx: HttpContext) {
    const user = ctx.auth.user!
    const mine = await rows<{ id: string }>('SELECT id FROM sessions WHERE user_id = ?', [
      String(user.id),
    ])
    const session = mine.find(({ id }) => sessionKey(id) === ctx.params.key)
    if (!session) throw new NotFound()
    await db.from('sessions').where('id', session.id).delete()
    await logAccess(ctx, user.id, 'session.ended')
    say(ctx, 'La session est finie.')
    return ctx.response.redirect().status(303).toPath('/mon-compte')
  }
}
