import type { HttpContext, HttpRequest } from '@adonisjs/core/http'
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
    const matched = await receivePart(ctx.auth.user!.id, received)
    if (isRefused(matched)) return refuseBack(ctx, matched, '/versements')
    say(ctx, 'Ligne de banque rapprochée de son versement.')
    return ctx.response.redirect().status(303).toPath('/versements')
  }
}

/** « r12 » is the instalment 12, « e3 » a new one of the envelope 3, which may be told apart from one that looks the same. */
function typedReceived(request: Pick<HttpRequest, 'input'>): Received | null {
  const line = typed(request, 'ligne', 20)
  const target = /^([er])(\d{1,15})$/.exec(typed(request, 'versement', 20))
  if (!target || !/^\d{1,15}$/.test(line)) return null
  const [partId, id] = [Number(line), Number(target[2])]
  if (target[1] === 'r') return { partId, receiptId: id }
  const apart = typed(request, 'deux', 5) !== ''
  return { partId, envelopeId: id, distinct: apart ? typedOrNull(request, 'distinct') : null }
}
