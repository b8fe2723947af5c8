import type { HttpContext } from '@adonisjs/core/http'
import { EXPORT_COLUMNS } from '#app/ledger/export/export_columns'
import { bookSettings } from '#app/ledger/profile/book_settings'
import { recordBookSettings } from '#app/ledger/profile/record_book_settings'
import { parseQuantity } from '#app/shared/french_parse'
import { isRefused } from '#app/shared/result'
import { hasRole } from '#app/shared/screens/has_role'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

/** What the office decides for its books: from when an envelope warns, and the columns of its CSV file. */
export default class BookSettingsController {
  async show(ctx: HttpContext) {
    return ctx.view.render('ledger/settings', {
      settings: await bookSettings(),
      columns: EXPORT_COLUMNS,
      edits: hasRole(ctx, ['finance']),
    })
  }

  async update(ctx: HttpContext) {
    const { request } = ctx
    const recorded = await recordBookSettings(ctx.auth.user!.id, {
      envelopeAlertPercent: parseQuantity(typed(request, 'seuil', 10)),
      csvColumns: typed(request, 'colonnes', 1000),
      csvSeparator: typed(request, 'separateur', 20),
      csvEncoding: typed(request, 'codage', 20),
    })
    if (isRefused(recorded)) return refuseBack(ctx, recorded, '/reglages-comptables')
    say(ctx, 'Réglages comptables enregistrés.')
    return ctx.response.redirect().status(303).toPath('/reglages-comptables')
  }
}
