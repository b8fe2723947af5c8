import type { HttpContext } from '@adonisjs/core/http'
import { receivePart, type Received } from '#app/payments/receipts/receive_part'
import { isRefused, refuse } from '#app/shared/result'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

/** Credits of the bank that are a funder’s money. */
export default class ReceivedPartsController {
  async store(ctx: HttpContext) {
    const received = typedReceived(
      typed(ctx.request, 'ligne', 20),
      typed(ctx.request, 'versement', 20)
    )
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

/** « r12 » is the instalment 12, « e3 » a new one of the envelope 3. */
function typedReceived(line: string, chosen: string): Received | null {
  const target = /^([er])(\d{1,15})$/.exec(chosen)
  if (!target || !/^\d{1,15}$/.test(line)) return null
  const [partId, id] = [Number(line), Number(target[2])]
  return target[1] === 'r' ? { partId, receiptId: id } : { partId, envelopeId: id }
}
