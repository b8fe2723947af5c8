import type { HttpContext } from '@adonisjs/core/http'
import { abandonRun } from '#app/settlement/abandon_run'
import { idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'
import { isRefused } from '#app/shared/result'

/** Giving a run up before it is issued. */
export default class RunAbandonmentController {
  async store(ctx: HttpContext) {
    const id = idOf(ctx.params.id)
    const run = await abandonRun(id, ctx.auth.user!.id, typed(ctx.request, 'motif_abandon', 500))
    if (isRefused(run)) return refuseBack(ctx, run, `/campagnes/${id}`)
    say(ctx, `Campagne ${run.code} abandonnée.`)
    return ctx.response.redirect().status(303).toPath(`/campagnes/${run.id}`)
  }
}
