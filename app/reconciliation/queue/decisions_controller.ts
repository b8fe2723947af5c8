import type { HttpContext } from '@adonisjs/core/http'
import { conventionAt } from '#app/reconciliation/convention_at'
import { decideForm } from '#app/reconciliation/decisions/decide_form'
import { FINDING_CODES } from '#app/reconciliation/findings/finding_codes'
import { decisionsList } from '#app/reconciliation/queue/decisions_list'
import { findDecision } from '#app/reconciliation/queue/find_decision'
import { reasonOf } from '#app/reconciliation/queue/motives'
import { itemOf, queueAddress } from '#app/reconciliation/queue/queue_address'
import { queueItems } from '#app/reconciliation/queue/queue_items'
import { DECIDERS } from '#app/reconciliation/reconciliation_roles'
import { undoDecision } from '#app/reconciliation/decisions/undo_decision'
import { isRefused } from '#app/shared/result'
import { hasRole } from '#app/shared/screens/has_role'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { showList } from '#app/shared/screens/show_list'
import { typed } from '#app/shared/screens/typed'

/** What people answered to findings, and taking it back. */
export default class DecisionsController {
  async index(ctx: HttpContext) {
    const convention = found(await conventionAt(ctx.params.convention))
    return showList(ctx, decisionsList(convention), 'reconciliation/decisions', { convention })
  }

  async show(ctx: HttpContext) {
    return ctx.view.render('reconciliation/decision', {
      decision: found(await findDecision(idOf(ctx.params.id))),
      decides: hasRole(ctx, DECIDERS),
    })
  }

  async store(ctx: HttpContext) {
    const convention = found(await conventionAt(ctx.params.convention))
    const { formId, code } = found(itemOf(typed(ctx.request, 'constat')))
    const verdict = typed(ctx.request, 'verdict') === 'accepted' ? 'accepted' : 'refused'
    const precision = typed(ctx.request, verdict === 'accepted' ? 'precision' : 'explication')
    const reason = reasonOf(code, verdict, typed(ctx.request, 'motif'), precision)
    const actorId = ctx.auth.user!.id
    const decided = await decideForm({ formId, code, verdict, reason, actorId })
    if (isRefused(decided)) {
      return refuseBack(ctx, decided, queueAddress(convention.code, { formId, code }))
    }
    const answer = verdict === 'accepted' ? 'accepté' : 'refusé'
    say(
      ctx,
      `Fiche n°\u00a0${formId}, ${FINDING_CODES[code].label.toLowerCase()}\u00a0: ${answer}.`
    )
    const next = itemOf(typed(ctx.request, 'suite'))
    return ctx.response.redirect().status(303).toPath(queueAddress(convention.code, next))
  }

  async destroy(ctx: HttpContext) {
    const decision = found(await findDecision(idOf(ctx.params.id)))
    const back = queueAddress(decision.convention, null)
    const undone = await undoDecision(decision.id, ctx.auth.user!.id)
    if (isRefused(undone)) return refuseBack(ctx, undone, back)
    const items = await queueItems(decision.conventionId)
    const again = items.find(
      ({ formId, code }) => formId === decision.formId && code === decision.code
    )
    say(
      ctx,
      again
        ? `La décision sur la fiche n°\u00a0${decision.formId} est reprise.`
        : `La décision sur la fiche n°\u00a0${decision.formId} est reprise\u00a0: refaites le rapprochement pour revoir ses constats.`
    )
    return ctx.response
      .redirect()
      .status(303)
      .toPath(queueAddress(decision.convention, again ?? null))
  }
}
