import type { HttpContext } from '@adonisjs/core/http'
import { closeUser, reopenUser } from '#app/accounts/close_user'
import { isRefused } from '#app/shared/result'
import { goBack } from '#app/shared/screens/back_path'
import { idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'

/** A person’s account, closed and opened again. */
export default class UserDoorsController {
  async destroy(ctx: HttpContext) {
    const user = await closeUser(ctx.auth.user!.id, idOf(ctx.params.id))
    if (isRefused(user)) return refuseBack(ctx, user)
    say(ctx, `Le compte de ${user.fullName} est fermé, ses sessions sont finies.`)
    return goBack(ctx)
  }

  async store(ctx: HttpContext) {
    const user = await reopenUser(ctx.auth.user!.id, idOf(ctx.params.id))
    if (isRefused(user)) return refuseBack(ctx, user)
    say(ctx, `Le compte de ${user.fullName} est rouvert.`)
    return goBack(ctx)
  }
}
