import type { HttpContext } from '@adonisjs/core/http'
import { createTransferOrder } from '#app/payments/orders/create_transfer_order'
import { readOrderDraft } from '#app/payments/orders/order_draft'
import { readOrderPage } from '#app/payments/orders/order_page'
import { payableRuns } from '#app/payments/orders/payable_runs'
import { previewOrder } from '#app/payments/orders/preview_order'
import { transferOrdersList } from '#app/payments/orders/transfer_orders_list'
import { transfersList } from '#app/payments/orders/transfers_list'
import { mayOf } from '#app/settlement/run_roles'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { showList } from '#app/shared/screens/show_list'
import { formatAmount, plural } from '#app/shared/french_format'
import { isRefused } from '#app/shared/result'

/** Transfer orders: the bank’s file of the statements to pay. */
export default class TransferOrdersController {
  async index(ctx: HttpContext) {
    return showList(ctx, transferOrdersList, 'payments/orders', { may: mayOf(ctx.auth.user!.role) })
  }

  async create({ request, view }: HttpContext) {
    const runs = await payableRuns()
    const draft = readOrderDraft(request, runs)
    const preview = draft.runIds.length === 0 ? null : await previewOrder(draft)
    return view.render('payments/new_order', { runs, draft, preview })
  }

  async store(ctx: HttpContext) {
    const draft = readOrderDraft(ctx.request, await payableRuns())
    const order = await createTransferOrder({ ...draft, actorId: ctx.auth.user!.id })
    if (isRefused(order)) return refuseBack(ctx, order, '/ordres/nouveau')
    const { id, messageId, transfers, totalCents } = order
    say(
      ctx,
      `Ordre ${messageId} écrit\u00a0: ${plural(transfers, 'virement')}, ${formatAmount(totalCents)}.`
    )
    return ctx.response.redirect().status(303).toPath(`/ordres/${id}`)
  }

  async show(ctx: HttpContext) {
    const page = found(await readOrderPage(idOf(ctx.params.id)))
    return showList(ctx, transfersList(page.order.id), 'payments/order', {
      ...page,
      may: mayOf(ctx.auth.user!.role),
    })
  }
}
