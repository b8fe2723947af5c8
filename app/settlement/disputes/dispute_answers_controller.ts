import type { HttpContext } from '@adonisjs/core/http'
import { answerDispute } from '#app/settlement/disputes/answer_dispute'
import { plural } from '#app/shared/french_format'
import { idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'
import { isRefused, refuse } from '#app/shared/result'

/** Answering a dispute, once. */
export default class DisputeAnswersController {
  async store(ctx: HttpContext) {
    const disputeId = idOf(ctx.params.id)
    const page = `/reclamations/${disputeId}`
    const verdict = typed(ctx.request, 'verdict', 20)
    if (verdict !== 'accepted' && verdict !== 'rejected') {
      return refuseBack(
        ctx,
        refuse('VERDICT_INCONNU', 'Accepter, ou rejeter ?', 'Choisissez un des deux boutons.'),
        page
      )
    }
    const answer = typed(ctx.request, 'reponse', 1000)
    const answered = await answerDispute({ disputeId, verdict, answer, actorId: ctx.auth.user!.id })
    if (isRefused(answered)) return refuseBack(ctx, answered, page)
    say(ctx, `Réponse enregistrée.${nextStep(verdict, answered.corrections)}`)
    return ctx.response.redirect().status(303).toPath(page)
  }
}

function nextStep(verdict: 'accepted' | 'rejected', corrections: readonly number[]): string {
  if (verdict === 'rejected') return ''
  return corrections.length > 0
    ? ` ${plural(corrections.length, 'régularisation attend', 'régularisations attendent')} pour cette saisine.`
    : ' Décidez de la fiche, ou enregistrez-la rectifiée\u00a0: le prochain calcul proposera la régularisation.'
}
