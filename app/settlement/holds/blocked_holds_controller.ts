import type { HttpContext } from '@adonisjs/core/http'
import { holdBlocked } from '#app/settlement/holds/hold_blocked'
import { plural } from '#app/shared/french_format'
import { idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { isRefused } from '#app/shared/result'

/** All the blocked associations of a run, set aside together. */
export default class BlockedHoldsController {
  async store(ctx: HttpContext) {
    const runId = idOf(ctx.params.id)
    const blocked = await holdBlocked(runId, ctx.auth.user!.id, new Date())
    if (isRefused(blocked)) return refuseBack(ctx, blocked, `/campagnes/${runId}`)
    const { held } = blocked
    say(
      ctx,
      `${plural(held.length, 'règlement retenu', 'règlements retenus')}\u00a0: ${held.join(', ')}. Leurs lignes attendent la campagne suivante.`
    )
    return ctx.response.redirect().status(303).toPath(`/campagnes/${runId}`)
  }
}
