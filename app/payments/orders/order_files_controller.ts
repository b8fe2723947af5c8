import type { HttpContext } from '@adonisjs/core/http'
import { logAccess } from '#app/accounts/entry/log_access'
import { orderFile } from '#app/payments/orders/order_file'
import { row } from '#app/shared/rows'
import { attachment } from '#app/shared/screens/attachment'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack } from '#app/shared/screens/refuse_back'
import { isRefused } from '#app/shared/result'

/** The bank’s file of an order: it holds IBANs in clear, so who takes it is logged. */
export default class OrderFilesController {
  async show(ctx: HttpContext) {
    const id = idOf(ctx.params.id)
    const order = found(
      await row<{ messageId: string }>(
        'SELECT message_id AS "messageId" FROM transfer_orders WHERE id = ?',
        [id]
      )
    )
    const file = await orderFile(id)
    if (isRefused(file)) return refuseBack(ctx, file, `/ordres/${id}`)
    await logAccess(ctx, ctx.auth.user!.id, 'document.read', `${order.messageId}.xml`)
    return attachment(ctx, `${order.messageId}.xml`, 'application/xml').send(
      Buffer.from(file.bytes)
    )
  }
}
