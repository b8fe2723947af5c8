import type { HttpContext } from '@adonisjs/core/http'
import { dismissItem, reopenItem } from '#app/payments/bank/dismiss_item'
import { readItemPage } from '#app/payments/bank/item_page'
import { itemsList } from '#app/payments/bank/items_list'
import { mayOf } from '#app/settlement/run_roles'
import { isRefused, type Refused } from '#app/shared/result'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { showList } from '#app/shared/screens/show_list'
import { typed } from '#app/shared/screens/typed'
import { row } from '#app/shared/rows'

/** What waits in the bank’s answers: both sides, and setting aside. */
export default class ItemsController {
  async index(ctx: HttpContext) {
    return showList(ctx, itemsList, 'payments/items')
  }

  async show(ctx: HttpContext) {
    const page = found(await readItemPage(idOf(ctx.params.id)))
    return ctx.view.render('payments/item', { ...page, may: mayOf(ctx.auth.user!.role) })
  }

  /** Set aside, with a reason. */
  async update(ctx: HttpContext) {
    const id = await itemId(ctx)
    const reason = typed(ctx.request, 'raison', 600)
    const dismissed = await dismissItem(id, { reason, actorId: ctx.auth.user!.id })
    return after(ctx, id, dismissed, 'Suspens classé.')
  }

  /** Taken back. */
  async destroy(ctx: HttpContext) {
    const id = await itemId(ctx)
    return after(ctx, id, await reopenItem(id, ctx.auth.user!.id), 'Suspens rouvert.')
  }
}

async function itemId(ctx: HttpContext): Promise<number> {
  const id = idOf(ctx.params.id)
  found(await row('SELECT id FROM bank_items WHERE id = ?', [id]))
  return id
}

function after(ctx: HttpContext, id: number, result: object | Refused, sentence: string) {
  if (isRefused(result)) return refuseBack(ctx, result, `/suspens/${id}`)
  say(ctx, sentence)
  return ctx.response.redirect().status(303).toPath(`/suspens/${id}`)
}
