import type { HttpContext } from '@adonisjs/core/http'
import { submitRun } from '#app/settlement/approval/submit_run'
import { idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { isRefused } from '#app/shared/result'

/** Handing a run to its approvers. */
export default class RunSubmissionController {
  async store(ctx: HttpContext) {
    const id = idOf(ctx.params.id)
    const run = await submitRun(id, ctx.auth.user!.id)
    if (isRefused(run)) return refuseBack(ctx, run, `/campagnes/${id}`)
    say(ctx, `Campagne ${run.code} soumise à l’approbation.`)
    return ctx.response.redirect().status(303).toPath(`/campagnes/${run.id}`)
  }
}
