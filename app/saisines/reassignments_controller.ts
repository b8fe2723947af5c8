import type { HttpContext } from '@adonisjs/core/http'
import { findSaisine } from '#app/saisines/find_saisine'
import { reassignSaisine } from '#app/saisines/reassign_saisine'
import { isRefused } from '#app/shared/result'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

/** A saisine given to another association. */
export default class ReassignmentsController {
  async store(ctx: HttpContext) {
    const { id, reference, convention } = found(await findSaisine(idOf(ctx.params.id)))
    const done = await reassignSaisine({
      reference,
      conventionCode: convention,
      toAssociation: typed(ctx.request, 'association'),
      reason: typed(ctx.request, 'motif'),
      actorId: ctx.auth.user!.id,
    })
    if (isRefused(done)) return refuseBack(ctx, done, `/saisines/${id}`)
    say(ctx, 'La saisine est confiée à l’association choisie.')
    return ctx.response.redirect().status(303).toPath(`/saisines/${id}`)
  }
}
