import type { HttpContext } from '@adonisjs/core/http'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { findWork } from '#app/shared/works/find_work'
import { isRefused } from '#app/shared/result'
import { workKind } from '#start/work_kinds'

/** The page of a long work: how far it is; safe to close. Once ended, it leads where its result is. */
export default class WorksController {
  async show(ctx: HttpContext) {
    const work = found(await findWork(idOf(ctx.params.id)))
    const { title } = await workKind(work.kind)
    if (work.state === 'done' && work.outcome && !isRefused(work.outcome)) {
      say(ctx, work.outcome.sentence)
      return ctx.response.redirect().status(303).toPath(work.outcome.href)
    }
    const back = typeof work.options.back === 'string' ? work.options.back : '/'
    if (work.state === 'refused' && work.outcome && isRefused(work.outcome)) {
      return refuseBack(ctx, work.outcome, back)
    }
    return ctx.view.render('shared/work', { work, title, back })
  }
}
