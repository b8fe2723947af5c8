import type { HttpContext } from '@adonisjs/core/http'
import { postReceipts } from '#app/ledger/receipts/post_receipts'
import { plural } from '#app/shared/french_format'
import { isRefused } from '#app/shared/result'
import { refuseBack, say } from '#app/shared/screens/refuse_back'

/** The entries of the instalments received. */
export default class ReceiptEntriesController {
  async store(ctx: HttpContext) {
    const result = await postReceipts(ctx.auth.user!.id)
    if (isRefused(result)) return refuseBack(ctx, result, '/versements')
    const { posted, waiting } = result
    const rest =
      waiting > 0
        ? ` ${plural(waiting, 'versement attend', 'versements attendent')} le compte de leur financeur.`
        : ''
    say(ctx, `${plural(posted, 'versement comptabilisé', 'versements comptabilisés')}.${rest}`)
    return ctx.response.redirect().status(303).toPath('/versements')
  }
}
