import type { HttpContext } from '@adonisjs/core/http'
import Association from '#app/network/association'
import { endMembership } from '#app/network/members/end_membership'
import { renewMembership } from '#app/network/members/renew_membership'
import { parseFrenchDay } from '#app/shared/french_parse'
import { isRefused } from '#app/shared/result'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

/** The days during which an association belongs to the network. */
export default class MembershipsController {
  async store(ctx: HttpContext) {
    const { id, code } = found(await Association.find(idOf(ctx.params.id)))
    const renewed = await renewMembership({
      associationCode: code,
      startsOn: dayOf(ctx),
      actorId: ctx.auth.user!.id,
    })
    if (isRefused(renewed)) return refuseBack(ctx, renewed)
    say(ctx, 'Adhésion reprise.')
    return ctx.response.redirect().status(303).toPath(`/associations/${id}`)
  }

  async destroy(ctx: HttpContext) {
    const { id, code } = found(await Association.find(idOf(ctx.params.id)))
    const ended = await endMembership({
      associationCode: code,
      endsOn: dayOf(ctx),
      reason: typed(ctx.request, 'motif', 500),
      actorId: ctx.auth.user!.id,
    })
    if (isRefused(ended)) return refuseBack(ctx, ended)
    say(ctx, 'Fin d’adhésion enregistrée.')
    return ctx.response.redirect().status(303).toPath(`/associations/${id}`)
  }
}

/** What was typed, when it is no day, is told by the operation. */
function dayOf({ request }: HttpContext): string {
  const text = typed(request, 'date', 40)
  return parseFrenchDay(text) ?? text
}
