import type { HttpContext } from '@adonisjs/core/http'
import { conventionShown } from '#app/conventions/convention_page'
import { decideAdvance } from '#app/conventions/advance/decide_advance'
import { parseAmountCents } from '#app/shared/french_parse'
import { isRefused, refuse } from '#app/shared/result'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

/** Paying associations before the funder’s money is there: an approver’s word. */
export default class AdvanceDecisionsController {
  async store(ctx: HttpContext) {
    const { id, code } = found(await conventionShown(idOf(ctx.params.id)))
    const upToCents = parseAmountCents(typed(ctx.request, 'jusqu_a', 40))
    if (upToCents === null) {
      return refuseBack(
        ctx,
        refuse(
          'MONTANT_ILLISIBLE',
          'Ce montant n’en est pas un.',
          'Écrivez des euros\u00a0: 120000 ou 120000,50.',
          'jusqu_a'
        )
      )
    }
    const reason = typed(ctx.request, 'motif', 500)
    const decided = await decideAdvance(ctx.auth.user!, { conventionCode: code, upToCents, reason })
    if (isRefused(decided)) return refuseBack(ctx, decided)
    say(ctx, 'Avance décidée.')
    return ctx.response.redirect().status(303).toPath(`/conventions/${id}`)
  }
}
