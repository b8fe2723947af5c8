import type { HttpContext } from '@adonisjs/core/http'
import { conventionAt } from '#app/reconciliation/convention_at'
import { linkForm } from '#app/reconciliation/decisions/link_form'
import { chosenLink } from '#app/reconciliation/queue/chosen_link'
import { itemOf, queueAddress } from '#app/reconciliation/queue/queue_address'
import { isRefused } from '#app/shared/result'
import { found } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

/** Attaching a form of unknown reference to the saisine that it meant. */
export default class LinksController {
  async store(ctx: HttpContext) {
    const convention = found(await conventionAt(ctx.params.convention))
    const item = found(itemOf(typed(ctx.request, 'constat')))
    const back = queueAddress(convention.code, item)
    const chosen = await chosenLink(convention, item.formId, {
      saisine: typed(ctx.request, 'saisine', 16),
      reference: typed(ctx.request, 'reference', 35),
      precision: typed(ctx.request, 'precision'),
    })
    if (isRefused(chosen)) return refuseBack(ctx, chosen, back)
    const linked = await linkForm({
      formId: item.formId,
      saisineId: chosen.saisineId,
      reason: chosen.reason,
      actorId: ctx.auth.user!.id,
    })
    if (isRefused(linked)) return refuseBack(ctx, linked, back)
    say(ctx, `Fiche n°\u00a0${item.formId} rattachée à la saisine ${chosen.reference}.`)
    const next = itemOf(typed(ctx.request, 'suite'))
    return ctx.response.redirect().status(303).toPath(queueAddress(convention.code, next))
  }
}
