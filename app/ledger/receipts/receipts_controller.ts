import type { HttpContext } from '@adonisjs/core/http'
import { receiptPage } from '#app/ledger/receipts/receipt_page'
import { receiptsList } from '#app/ledger/receipts/receipts_list'
import { receiptsPage } from '#app/ledger/receipts/receipts_page'
import { recordReceipt } from '#app/ledger/receipts/record_receipt'
import { reversalSentences } from '#app/ledger/receipts/reversal_sentences'
import { typedReceipt } from '#app/ledger/receipts/typed_receipt'
import { parisDay } from '#app/shared/day'
import { isRefused } from '#app/shared/result'
import { hasRole } from '#app/shared/screens/has_role'
import { found, idOf } from '#app/shared/screens/not_found'
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

  async show(ctx: HttpContext) {
    const { receipt } = found(await receiptPage(idOf(ctx.params.id)))
    return ctx.view.render('ledger/receipt', {
      receipt,
      sentences: reversalSentences(receipt),
      reverses: hasRole(ctx, ['finance']),
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
