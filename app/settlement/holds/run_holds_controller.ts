import type { HttpContext } from '@adonisjs/core/http'
import { holdAssociation } from '#app/settlement/holds/hold_association'
import { releaseHold } from '#app/settlement/holds/release_hold'
import { idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'
import { isRefused } from '#app/shared/result'

/** Associations set aside from a run, and taken back. */
export default class RunHoldsController {
  async store(ctx: HttpContext) {
    const runId = idOf(ctx.params.id)
    const held = await holdAssociation({
      runId,
      associationCode: typed(ctx.request, 'association', 40),
      reason: typed(ctx.request, 'motif', 500),
      actorId: ctx.auth.user!.id,
    })
    if (isRefused(held)) return refuseBack(ctx, held, `/campagnes/${runId}`)
    say(
      ctx,
      `Le règlement de ${held.held} est retenu\u00a0: ses lignes attendent la campagne suivante.`
    )
    return ctx.response.redirect().status(303).toPath(`/campagnes/${runId}`)
  }

  async destroy(ctx: HttpContext) {
    const runId = idOf(ctx.params.id)
    const released = await releaseHold(
      runId,
      typed(ctx.request, 'association', 40),
      ctx.auth.user!.id
    )
    if (isRefused(released)) return refuseBack(ctx, released, `/campagnes/${runId}`)
    say(ctx, `Le règlement de ${released.released} est de nouveau dans la campagne.`)
    return ctx.response.redirect().status(303).toPath(`/campagnes/${runId}`)
  }
}
