import type { HttpContext } from '@adonisjs/core/http'
import { reverseReceipt } from '#app/payments/receipts/reverse_receipt'
import { formatAmount } from '#app/shared/french_format'
import { isRefused } from '#app/shared/result'
import { idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

/** Instalments that were written by mistake. */
export default class ReceiptReversalsController {
  async store(ctx: HttpContext) {
    const receiptId = idOf(ctx.params.id)
    const reversed = await reverseReceipt(ctx.auth.user!.id, {
      receiptId,
      reason: typed(ctx.request, 'motif'),
      confirmed: typed(ctx.request, 'confirme', 5) !== '',
    })
    if (isRefused(reversed)) return refuseBack(ctx, reversed, `/versements/${receiptId}`)
    const { reference, amountCents, itemId } = reversed
    say(
      ctx,
      `Versement ${reference} contre-passé\u00a0: ${formatAmount(amountCents)}.${itemId ? ' Sa ligne de banque attend de nouveau.' : ''}`
    )
    return ctx.response.redirect().status(303).toPath(`/versements/${receiptId}`)
  }
}
