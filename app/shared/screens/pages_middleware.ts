import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import BodyParserMiddleware from '@adonisjs/core/bodyparser_middleware'
import InitializeAuthMiddleware from '@adonisjs/auth/initialize_auth_middleware'
import SessionMiddleware from '@adonisjs/session/session_middleware'
import ShieldMiddleware from '@adonisjs/shield/shield_middleware'
import PageStateMiddleware from '#app/shared/screens/page_state_middleware'
import SentFilesMiddleware from '#app/shared/screens/sent_files_middleware'

/** What a page needs, in this order: who comes is known before a byte of what they send is read. */
const STEPS = [
  SessionMiddleware,
  InitializeAuthMiddleware,
  BodyParserMiddleware,
  SentFilesMiddleware,
  ShieldMiddleware,
  PageStateMiddleware,
]

/** Not pages: a cache may keep them, and a probe asks every second; they open no session. */
const BARE = ['/sante', '/fichiers/:name']

/** What software sends: a body, and no cookie; no form could forge it. */
const API_STEPS = [BodyParserMiddleware]

/** Session, form and page around every route that is a page. */
export default class PagesMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    if (BARE.includes(ctx.route!.pattern)) return next()
    const steps = ctx.route!.pattern.startsWith('/api/') ? API_STEPS : STEPS
    const run = steps.reduceRight<NextFn>(
      (inner, Step) => async () => {
        const step: { handle(ctx: HttpContext, next: NextFn): unknown } =
          await ctx.containerResolver.make(Step)
        return step.handle(ctx, inner)
      },
      next
    )
    return run()
  }
}
