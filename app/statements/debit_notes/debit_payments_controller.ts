import type { HttpContext } from '@adonisjs/core/http'
import { recordDebitPayment } from '#app/statements/debit_notes/record_debit_payment'
import { formatAmount } from '#app/shared/french_format'
import { parseFrenchDay } from '#app/shared/french_parse'
import { isRefused, refuse } from '#app/shared/result'
import { idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

/** What an association pays back of a debit note. */
export default class DebitPaymentsController {
  async store(ctx: HttpContext) {
    const statementId = idOf(ctx.params.id)
    const page = `/releves/${statementId}`
    const paidOn = parseFrenchDay(typed(ctx.request, 'paye_le', 40))
    if (!paidOn) {
      const wrong = 'Cette date n’en est pas une.'
      const remedy = 'Écrivez-la comme 22/11/2026.'
      return refuseBack(ctx, refuse('SAISIE', wrong, remedy, 'paye_le'), page)
    }
    const reference = typed(ctx.request, 'reference')
    const payment = { statementId, paidOn, reference, partId: null }
    const paid = await recordDebitPayment(ctx.auth.user!.id, payment)
    if (isRefused(paid)) return refuseBack(ctx, paid, page)
    say(ctx, `Note de débit ${paid.number} payée\u00a0: ${formatAmount(paid.amountCents)}.`)
    return ctx.response.redirect().status(303).toPath(page)
  }
}
