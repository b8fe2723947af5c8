import type { HttpContext } from '@adonisjs/core/http'
import { receiptsList } from '#app/ledger/receipts/receipts_list'
import { receiptsPage } from '#app/ledger/receipts/receipts_page'
import { recordReceipt } from '#app/ledger/receipts/record_receipt'
import { typedReceipt } from '#app/ledger/receipts/typed_receipt'
import { parisDay } from '#app/shared/day'
import { isRefused } from '#app/shared/result'
import { hasRole } from '#app/shared/screens/has_role'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { showList } from '#app/shared/screens/show_list'

/** The money that funders paid, and what is left of their envelopes. */
export default class ReceiptsController {
  async index(ctx: HttpContext) {
    return showList(ctx, receiptsList, 'ledger/receipts', {
      ...(await receiptsPage()),
      records: hasRole(ctx, ['finance']),
    })
  }

  async store(ctx: HttpContext) {
    const receipt = await typedReceipt(ctx.request)
    if (isRefused(receipt)) return refuseBack(ctx, receipt, '/versements')
    const recorded = await recordReceipt(ctx.auth.user!.id, receipt, parisDay(new Date()))
    if (isRefused(recorded)) return refuseBack(ctx, recorded, '/versements')
    say(ctx, 'Versement enregistré.')
    return ctx.response.redirect().status(303).toPath('/versements')
  }
}
