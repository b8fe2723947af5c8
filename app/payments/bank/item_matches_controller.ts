import type { HttpContext } from '@adonisjs/core/http'
import { matchItem } from '#app/payments/bank/match_item'
import { unmatchItem } from '#app/payments/bank/unmatch_item'
import { unmatchedSentence } from '#app/payments/bank/unmatched_sentence'
import { plural } from '#app/shared/french_format'
import { isRefused } from '#app/shared/result'
import { row, rows } from '#app/shared/rows'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { ticked, typed } from '#app/shared/screens/typed'

/** A line of the bank matched by a person with the transfers that it pays, or gives back. */
export default class ItemMatchesController {
  async store(ctx: HttpContext) {
    const itemId = await matchedItem(ctx)
    const actorId = ctx.auth.user!.id
    const matched = await matchItem({ itemId, transferIds: await chosen(ctx), actorId })
    if (isRefused(matched)) return refuseBack(ctx, matched, `/suspens/${itemId}`)
    const { transfers, state } = matched
    say(
      ctx,
      state === 'executed'
        ? `${plural(transfers, 'virement exécuté', 'virements exécutés')}\u00a0: l’écriture est passée.`
        : 'Virement retourné\u00a0: la somme est de nouveau due.'
    )
    return ctx.response.redirect().status(303).toPath(`/suspens/${itemId}`)
  }

  /** Taken back, with a reason. */
  async destroy(ctx: HttpContext) {
    const itemId = await matchedItem(ctx)
    const reason = typed(ctx.request, 'erreur', 600)
    const undone = await unmatchItem({ itemId, reason, actorId: ctx.auth.user!.id })
    if (isRefused(undone)) return refuseBack(ctx, undone, `/suspens/${itemId}`)
    say(ctx, unmatchedSentence(undone))
    return ctx.response.redirect().status(303).toPath(`/suspens/${itemId}`)
  }
}

async function matchedItem({ params }: HttpContext): Promise<number> {
  const itemId = idOf(params.id)
  found(await row('SELECT id FROM bank_items WHERE id = ?', [itemId]))
  return itemId
}

/** Those ticked, and those whose references were typed. */
async function chosen({ request }: HttpContext): Promise<number[]> {
  const references = typed(request, 'references', 2000).split(/[\s,;]+/)
  const known = await rows<{ id: number }>(
    'SELECT id FROM transfers WHERE end_to_end_id = ANY(?) OR id::text = ANY(?)',
    [references, ticked(request, 'virements')]
  )
  return known.map(({ id }) => id)
}
