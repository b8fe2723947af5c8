import type { HttpContext } from '@adonisjs/core/http'
import { freshCodeRefusal, hasFreshCode } from '#app/accounts/entry/fresh_code'
import { createToken } from '#app/portal/api/create_token'
import { myTokens } from '#app/portal/api/my_tokens'
import { CALLS_A_MINUTE } from '#app/portal/api/rate'
import { revokeToken } from '#app/portal/api/revoke_token'
import { isRefused } from '#app/shared/result'
import { idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

const PAGE = '/mes-acces'

/** By which tokens the software of an association enters. */
export default class MyAccessController {
  async index(ctx: HttpContext) {
    return ctx.view.render('portal/accesses', {
      tokens: await myTokens(),
      token: ctx.session.flashMessages.get('token'),
      needsCode: !hasFreshCode(ctx),
      callsAMinute: CALLS_A_MINUTE,
    })
  }

  async store(ctx: HttpContext) {
    const stale = await freshCodeRefusal(ctx)
    if (stale) return refuseBack(ctx, stale, PAGE)
    const created = await createToken(ctx.auth.user!, typed(ctx.request, 'nom', 61))
    if (isRefused(created)) return refuseBack(ctx, created, PAGE)
    ctx.session.flash('token', created.token)
    say(ctx, 'L’accès est ouvert. Copiez son jeton maintenant\u00a0: il ne se montrera plus.')
    return ctx.response.redirect().status(303).toPath(PAGE)
  }

  async destroy(ctx: HttpContext) {
    const id = idOf(ctx.params.id)
    const stale = await freshCodeRefusal(ctx)
    if (stale) return refuseBack(ctx, stale, PAGE)
    const closed = await revokeToken(ctx.auth.user!, id)
    if (isRefused(closed)) return refuseBack(ctx, closed, PAGE)
    say(ctx, `L’accès « ${closed.label} » est fermé : son jeton n’ouvre plus rien.`)
    return ctx.response.redirect().status(303).toPath(PAGE)
  }
}
