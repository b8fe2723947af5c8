import type { HttpContext } from '@adonisjs/core/http'
import { decideCorrection } from '#app/settlement/corrections/decide_correction'
import { formatAmount } from '#app/shared/french_format'
import { idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'
import { isRefused, refuse } from '#app/shared/result'

/** Saying yes or no to a proposed correction. */
export default class CorrectionDecisionsController {
  async store(ctx: HttpContext) {
    const correctionId = idOf(ctx.params.id)
    const page = `/regularisations/${correctionId}`
    const verdict = typed(ctx.request, 'verdict', 20)
    if (verdict !== 'approved' && verdict !== 'refused') {
      return refuseBack(
        ctx,
        refuse('VERDICT_INCONNU', 'Approuver, ou refuser ?', 'Choisissez un des deux boutons.'),
        page
      )
    }
    const reason = typed(ctx.request, 'motif', 500)
    const decided = await decideCorrection({
      correctionId,
      verdict,
      reason,
      actorId: ctx.auth.user!.id,
    })
    if (isRefused(decided)) return refuseBack(ctx, decided, page)
    const word =
      verdict === 'approved' ? 'approuvée\u00a0: la prochaine campagne la règlera' : 'refusée'
    say(ctx, `Régularisation de ${formatAmount(decided.amountCents)} ${word}.`)
    return ctx.response.redirect().status(303).toPath('/regularisations?etat=proposed')
  }
}
