import type { HttpContext } from '@adonisjs/core/http'
import { startWork } from '#app/shared/works/start_work'

/** Rehearsing the purge, in the background. */
export default class RehearsalsController {
  async store(ctx: HttpContext) {
    const work = await startWork({
      kind: 'purge_rehearsal',
      subjectId: 0,
      startedBy: ctx.auth.user!.id,
      options: { back: '/conservation' },
    })
    return ctx.response.redirect().status(303).toPath(`/travaux/${work}`)
  }
}
