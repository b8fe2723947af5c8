import type { HttpContext } from '@adonisjs/core/http'
import { acceptSure } from '#app/reconciliation/sure/accept_sure'
import { conventionAt } from '#app/reconciliation/convention_at'
import { DECIDERS } from '#app/reconciliation/reconciliation_roles'
import { sureSuggestions } from '#app/reconciliation/sure/sure_suggestions'
import { tickedPairs } from '#app/reconciliation/sure/ticked_pairs'
import { plural } from '#app/shared/french_format'
import { refuse } from '#app/shared/result'
import { hasRole } from '#app/shared/screens/has_role'
import { found } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { ticked } from '#app/shared/screens/typed'

/** The suggestions that need no look: listed with their reasons, then accepted together. */
export default class SureLinksController {
  async index(ctx: HttpContext) {
    const convention = found(await conventionAt(ctx.params.convention))
    return ctx.view.render('reconciliation/sure', {
      convention,
      sure: await sureSuggestions(convention.code),
      decides: hasRole(ctx, DECIDERS),
    })
  }

  async store(ctx: HttpContext) {
    const convention = found(await conventionAt(ctx.params.convention))
    const back = `/rapprochement/${convention.code}/sures`
    const pairs = tickedPairs(ticked(ctx.request, 'lien'))
    if (pairs.size === 0) {
      return refuseBack(
        ctx,
        refuse('RIEN_DE_COCHE', 'Aucune proposition n’est cochée.', 'Cochez celles à rattacher.'),
        back
      )
    }
    const done = await acceptSure(convention.code, ctx.auth.user!.id, pairs)
    if (done.refused.length > 0) return refuseBack(ctx, done, back)
    const gone = pairs.size - done.accepted
    const rest =
      gone === 0
        ? ''
        : ` ${plural(gone, 'proposition ne tenait', 'propositions ne tenaient')} plus.`
    say(ctx, `${plural(done.accepted, 'fiche rattachée', 'fiches rattachées')}.${rest}`)
    return ctx.response.redirect().status(303).toPath('/rapprochement')
  }
}
