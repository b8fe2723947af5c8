import type { HttpContext } from '@adonisjs/core/http'
import { conservationPage } from '#app/keeping/privacy/conservation_page'
import { recordRetention } from '#app/keeping/privacy/record_retention'
import { parseQuantity } from '#app/shared/french_parse'
import { isRefused } from '#app/shared/result'
import { hasRole } from '#app/shared/screens/has_role'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

/** How long things are kept, what is kept longer, and what was purged. */
export default class ConservationController {
  async show(ctx: HttpContext) {
    return ctx.view.render('keeping/conservation', {
      ...(await conservationPage()),
      mayWrite: hasRole(ctx, ['admin']),
    })
  }

  async update(ctx: HttpContext) {
    const recorded = await recordRetention(
      {
        caseMonths: parseQuantity(typed(ctx.request, 'mois_dossier', 10)) ?? -1,
        accessLogMonths: parseQuantity(typed(ctx.request, 'mois_acces', 10)) ?? -1,
      },
      ctx.auth.user!.id
    )
    if (isRefused(recorded)) return refuseBack(ctx, recorded, '/conservation')
    say(ctx, 'Durées enregistrées.')
    return ctx.response.redirect().status(303).toPath('/conservation')
  }
}
