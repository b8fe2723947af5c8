import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import logger from '@adonisjs/core/services/logger'
import { pageOf, statusOf } from '#app/shared/screens/error_pages'

/** Turns what was thrown into a page in French. Only a fault of ours is a 500; its text stays in the log. */
export default class HttpExceptionHandler extends ExceptionHandler {
  override async handle(error: unknown, ctx: HttpContext) {
    const status = statusOf(error)
    ctx.response.status(status)
    const page = pageOf(status, ctx.request.id())
    const software = ctx.request.url().startsWith('/api/')
    if (software || ctx.request.accepts(['html', 'json']) === 'json')
      return ctx.response.json({ refused: [page] })
    // Before the session or the view exist (a body that cannot be read), the page stands without them.
    return ctx.response.send(
      await ctx.view.render('errors/page', { page, status, user: ctx.auth?.user })
    )
  }

  override async report(error: unknown, ctx: HttpContext) {
    if (statusOf(error) < 500) return
    logger.error({ err: error, requestId: ctx.request.id() }, 'A request failed')
  }
}
