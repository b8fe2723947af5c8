import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { cspFactory, frameGuardFactory, hstsFactory, noSniffFactory } from '@adonisjs/shield/guards'
import { answerGuards } from '#config/shield'

/** What every answer says to a browser, a page of error and an unknown address as well. */
export default class SafeHeadersMiddleware {
  #guards = [
    cspFactory(answerGuards.csp),
    frameGuardFactory(answerGuards.xFrame),
    hstsFactory(answerGuards.hsts),
    noSniffFactory(answerGuards.contentTypeSniffing),
  ]

  async handle(ctx: HttpContext, next: NextFn) {
    for (const guard of this.#guards) guard(ctx)
    // A page shows money and people: no cache keeps it, and no other page may read it.
    ctx.response.header('cache-control', 'no-store')
    ctx.response.header('referrer-policy', 'same-origin')
    ctx.response.header('cross-origin-opener-policy', 'same-origin')
    return next()
  }
}
