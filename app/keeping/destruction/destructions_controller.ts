import type { HttpContext } from '@adonisjs/core/http'
import { notRehearsed } from '#app/keeping/destruction/destroy_pieces'
import { findRehearsal } from '#app/keeping/privacy/find_rehearsal'
import { refuseBack } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'
import { startWork } from '#app/shared/works/start_work'

/** Destroying the accounting pieces that a rehearsal announced, in the background. */
export default class DestructionsController {
  async store(ctx: HttpContext) {
    const digest = typed(ctx.request, 'empreinte', 64)
    const rehearsal = await findRehearsal('destruction', digest, new Date())
    if (!rehearsal) return refuseBack(ctx, notRehearsed(), '/conservation')
    const work = await startWork({
      kind: 'destruction',
      subjectId: rehearsal.id,
      startedBy: ctx.auth.user!.id,
      options: { back: '/conservation', digest },
    })
    return ctx.response.redirect().status(303).toPath(`/travaux/${work}`)
  }
}
