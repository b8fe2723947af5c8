import type { HttpContext } from '@adonisjs/core/http'
import limiter from '@adonisjs/limiter/services/main'
import { enter, entering } from '#app/accounts/entry/entering'
import { logAccess } from '#app/accounts/entry/log_access'
import { takeCode } from '#app/accounts/entry/take_code'
import { isRefused, refuse } from '#app/shared/result'
import { refuseBack } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

const byUser = limiter.use({ requests: 6, duration: '15 mins', blockDuration: '15 mins' })

/** The code of the moment, or a recovery code. */
export default class SecondFactorController {
  async create(ctx: HttpContext) {
    if (!(await entering(ctx))) return ctx.response.redirect().status(303).toPath('/connexion')
    return ctx.view.render('accounts/second_factor')
  }

  async store(ctx: HttpContext) {
    const user = await entering(ctx)
    if (!user) return ctx.response.redirect().status(303).toPath('/connexion')
    const key = `code_${user.id}`
    if (await byUser.isBlocked(key)) {
      return refuseBack(
        ctx,
        refuse('TROP_D_ESSAIS', 'Trop de codes faux.', 'Attendez un quart d’heure.')
      )
    }
    const taken = await takeCode(user.id, typed(ctx.request, 'code', 40))
    if (isRefused(taken)) {
      await byUser.increment(key)
      await logAccess(ctx, user.id, 'second_factor.refused')
      return refuseBack(ctx, taken)
    }
    await byUser.delete(key)
    if (taken.kind === 'recovery') await logAccess(ctx, user.id, 'recovery_code.used')
    return enter(ctx, user)
  }
}
