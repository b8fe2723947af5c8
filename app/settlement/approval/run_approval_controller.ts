import type { HttpContext } from '@adonisjs/core/http'
import { freshCodeRefusal } from '#app/accounts/entry/fresh_code'
import { approveRun } from '#app/settlement/approval/approve_run'
import { idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { isRefused } from '#app/shared/result'

/** One person’s approval of a run. */
export default class RunApprovalController {
  async store(ctx: HttpContext) {
    const id = idOf(ctx.params.id)
    const stale = await freshCodeRefusal(ctx)
    if (stale) return refuseBack(ctx, stale, `/campagnes/${id}`)
    const approval = await approveRun(id, ctx.auth.user!.id)
    if (isRefused(approval)) return refuseBack(ctx, approval, `/campagnes/${id}`)
    const { given, needed } = approval
    const next =
      given >= needed ? 'Elle peut être émise.' : 'Une autre personne doit encore approuver.'
    say(ctx, `Approbation enregistrée (${given} sur ${needed}). ${next}`)
    return ctx.response.redirect().status(303).toPath(`/campagnes/${id}`)
  }
}
