import type { HttpContext } from '@adonisjs/core/http'
import Run from '#app/settlement/run'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack } from '#app/shared/screens/refuse_back'
import { startWork } from '#app/shared/works/start_work'

/** Issuing the statements of an approved run, in the background. */
export default class RunIssueController {
  async store(ctx: HttpContext) {
    const run = found(await Run.find(idOf(ctx.params.id)))
    const refused = run.reasonsAgainst('issue')
    if (refused.length > 0) return refuseBack(ctx, { refused }, `/campagnes/${run.id}`)
    const work = await startWork({
      kind: 'issue_run',
      subjectId: run.id,
      startedBy: ctx.auth.user!.id,
      options: { back: `/campagnes/${run.id}` },
    })
    return ctx.response.redirect().status(303).toPath(`/travaux/${work}`)
  }
}
