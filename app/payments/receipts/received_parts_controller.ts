import type { HttpContext, HttpRequest } from '@adonisjs/core/http'
import { receiveDebt } from '#app/payments/receipts/receive_debt'
import { receivePart, type Received } from '#app/payments/receipts/receive_part'
import { isRefused, refuse } from '#app/shared/result'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed, typedOrNull } from '#app/shared/screens/typed'

/** Credits of the bank that are a funder’s money. */
export default class ReceivedPartsController {
  async store(ctx: HttpContext) {
    const received = typedReceived(ctx.request)
    if (!received) {
      const missing = refuse(
        'VERSEMENT_MANQUANT',
        'Le versement de cette ligne manque.',
        'Choisissez-le dans la liste.'
      )
      return refuseBack(ctx, missing, '/versements')
    }
    const { id: actorId } = ctx.auth.user!
    const matched = await ('statementId' in received
      ? receiveDebt(actorId, received)
      : receivePart(actorId, received))
    if (isRefused(matched)) return refuseBack(ctx, matched, '/versements')
    say(
      ctx,
      'statementId' in received
        ? 'Ligne de banque rapprochée\u00a0: la note de débit est payée.'
        : 'Ligne de banque rapprochée de son versement.'
    )
    return ctx.response.redirect().status(303).toPath('/versements')
  }
}

/**
 * « r12 » is the instalment 12; « d7 » the debit note of the statement 7; « e3 » a new instalment of the envelope 3, which
 * may be told apart from one that looks the same.
 */
function typedReceived(
  request: Pick<HttpRequest, 'input'>
): Received | { partId: number; statementId: number } | null {
  const line = typed(request, 'ligne', 20)
  const target = /^([der])(\d{1,15})$/.exec(typed(request, 'versement', 20))
  if (!target || !/^\d{1,15}$/.test(line)) return null
  const [partId, id] = [Number(line), Number(target[2])]
  if (target[1] === 'r') return { partId, receiptId: id }
  if (target[1] === 'd') return { partId, statementId: id }
  const apart = typed(request, 'deux', 5) !== ''
  return { partId, envelopeId: id, distinct: apart ? typedOrNull(request, 'distinct') : null }
}
