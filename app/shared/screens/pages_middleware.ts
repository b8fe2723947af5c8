import app from '@adonisjs/core/services/app'
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

interface Step {
  handle(ctx: HttpContext, next: NextFn): unknown
}

/** The steps, made for the first page that needs them: they keep nothing of a request. */
const made = new Map<unknown, Promise<Step>>()

/** Session, form and page around every route that is a page. */
export default class PagesMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    if (BARE.includes(ctx.route!.pattern)) return next()
    const steps = ctx.route!.pattern.startsWith('/api/') ? API_STEPS : STEPS
    const run = steps.reduceRight<NextFn>(
      (inner, Step) => async () => {
        if (!made.has(Step)) made.set(Step, app.container.make<typeof Step>(Step) as Promise<Step>)
        return (await made.get(Step)!).handle(ctx, inner)
      },
      next
    )
    return run()
  }
}
