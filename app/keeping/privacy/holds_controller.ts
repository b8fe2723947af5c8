import type { HttpContext } from '@adonisjs/core/http'
import { hold } from '#app/keeping/privacy/hold'
import { liftHold } from '#app/keeping/privacy/lift_hold'
import { isRefused } from '#app/shared/result'
import { idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

const PAGE = '/conservation'

/** What is kept although its time comes. */
export default class HoldsController {
  async store(ctx: HttpContext) {
    const held = await hold({
      what: typed(ctx.request, 'quoi', 35),
      reason: typed(ctx.request, 'motif', 301),
      actorId: ctx.auth.user!.id,
    })
    if (isRefused(held)) return refuseBack(ctx, held, PAGE)
    say(ctx, 'La purge n’y touchera pas tant que cette conservation n’est pas levée.')
    return ctx.response.redirect().status(303).toPath(PAGE)
  }

  async destroy(ctx: HttpContext) {
    const lifted = await liftHold(idOf(ctx.params.id), ctx.auth.user!.id)
    if (isRefused(lifted)) return refuseBack(ctx, lifted, PAGE)
    say(ctx, 'Conservation levée.')
    return ctx.response.redirect().status(303).toPath(PAGE)
  }
}
