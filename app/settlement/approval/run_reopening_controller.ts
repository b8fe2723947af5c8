import type { HttpContext } from '@adonisjs/core/http'
import { reopenRun } from '#app/settlement/approval/reopen_run'
import { idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'
import { isRefused } from '#app/shared/result'

/** Taking a run back from its approvers. */
export default class RunReopeningController {
  async store(ctx: HttpContext) {
    const id = idOf(ctx.params.id)
    const run = await reopenRun(id, ctx.auth.user!.id, typed(ctx.request, 'motif_reouverture', 500))
    if (isRefused(run)) return refuseBack(ctx, run, `/campagnes/${id}`)
    say(ctx, `Campagne ${run.code} rouverte\u00a0: ses approbations ne valent plus.`)
    return ctx.response.redirect().status(303).toPath(`/campagnes/${run.id}`)
  }
}
