import type { HttpContext } from '@adonisjs/core/http'
import { CLOSERS } from '#app/ledger/book_roles'
import { closePeriod } from '#app/ledger/closing/close_period'
import { periodClosures } from '#app/ledger/closing/period_closures'
import { readDay } from '#app/ledger/read_book_options'
import { formatDay, plural } from '#app/shared/french_format'
import { isRefused, refuse } from '#app/shared/result'
import { hasRole } from '#app/shared/screens/has_role'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { timelineOf } from '#app/shared/screens/timeline'
import { typed } from '#app/shared/screens/typed'

/** Periods of the books that nothing opens again. */
export default class PeriodClosuresController {
  async index(ctx: HttpContext) {
    return ctx.view.render('ledger/closures', {
      ...(await periodClosures()),
      closes: hasRole(ctx, CLOSERS),
      events: await timelineOf('ledger', 0),
    })
  }

  async store(ctx: HttpContext) {
    const text = typed(ctx.request, 'jusqu_au', 40)
    const until = text
      ? readDay(text)
      : refuse('JOUR_MANQUANT', 'Le jour manque.', 'Donnez le dernier jour à clore.', 'jusqu_au')
    if (isRefused(until)) return refuseBack(ctx, until, '/clotures')
    const closure = await closePeriod(ctx.auth.user!.id, until.day)
    if (isRefused(closure)) return refuseBack(ctx, closure, '/clotures')
    say(
      ctx,
      `Comptes clos jusqu’au ${formatDay(closure.until)}\u00a0: ${plural(closure.entries, 'écriture figée', 'écritures figées')}.`
    )
    return ctx.response.redirect().status(303).toPath('/clotures')
  }
}
