import type { HttpContext } from '@adonisjs/core/http'
import Run from '#app/settlement/run'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'
import { startWork } from '#app/shared/works/start_work'

/** Calculating a run in the background, and submitting it when nothing stands in the way. */
export default class RunCalculationController {
  async store(ctx: HttpContext) {
    const run = found(await Run.find(idOf(ctx.params.id)))
    const refused = run.reasonsAgainst('calculate')
    if (refused.length > 0) return refuseBack(ctx, { refused }, `/campagnes/${run.id}`)
    const work = await startWork({
      kind: 'calculate_run',
      subjectId: run.id,
      startedBy: ctx.auth.user!.id,
      options: { back: `/campagnes/${run.id}`, submit: typed(ctx.request, 'soumettre') !== '' },
    })
    return ctx.response.redirect().status(303).toPath(`/travaux/${work}`)
  }
}
