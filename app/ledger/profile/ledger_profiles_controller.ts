import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { logAccess } from '#app/accounts/entry/log_access'
import { exportProfile } from '#app/ledger/profile/export_profile'
import { readExportOptions } from '#app/ledger/export/read_export_options'
import { isRefused } from '#app/shared/result'
import { attachment } from '#app/shared/screens/attachment'
import { refuseBack } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

/** The entries of a span of days, as the CSV file that the settings describe. */
export default class LedgerProfilesController {
  async show(ctx: HttpContext) {
    const options = readExportOptions({
      from: typed(ctx.request, 'premier', 40),
      until: typed(ctx.request, 'dernier', 40),
      separator: 'tab',
    })
    if (isRefused(options)) return refuseBack(ctx, options, '/ecritures')
    const exported = await db.transaction((trx) => exportProfile(trx, options.span))
    if (isRefused(exported)) return refuseBack(ctx, exported, '/ecritures')
    await logAccess(ctx, ctx.auth.user!.id, 'document.read', 'ecritures.csv')
    return attachment(ctx, 'ecritures.csv', 'text/csv').send(exported.bytes)
  }
}
