import type { HttpContext } from '@adonisjs/core/http'
import { conventionAt } from '#app/reconciliation/convention_at'
import { lastDecision } from '#app/reconciliation/queue/last_decision'
import { itemOf } from '#app/reconciliation/queue/queue_address'
import { placeIn, queueItems } from '#app/reconciliation/queue/queue_items'
import { queuePage } from '#app/reconciliation/queue/queue_page'
import { DECIDERS } from '#app/reconciliation/reconciliation_roles'
import { hasRole } from '#app/shared/screens/has_role'
import { found } from '#app/shared/screens/not_found'

/** What waits for a decision, one finding at a time: the form on one side, the saisine on the other. */
export default class QueueController {
  async show(ctx: HttpContext) {
    const convention = found(await conventionAt(ctx.params.convention))
    const place = placeIn(await queueItems(convention.id), itemOf(ctx.request.qs().constat))
    return ctx.view.render('reconciliation/queue', {
      convention,
      decides: hasRole(ctx, DECIDERS),
      last: await lastDecision(convention.id, ctx.auth.user!.id),
      place: place && (await queuePage(convention, place)),
    })
  }
}
