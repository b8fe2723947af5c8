import type { HttpContext } from '@adonisjs/core/http'
import { logAccess } from '#app/accounts/entry/log_access'
import { readDocument } from '#app/statements/archive/read_document'
import { isRefused } from '#app/shared/result'
import { attachment } from '#app/shared/screens/attachment'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack } from '#app/shared/screens/refuse_back'

/** An archived document of one of the association’s own statements. Who read it is logged. */
export default class MyDocumentsController {
  async show(ctx: HttpContext) {
    const document = found(await readDocument(idOf(ctx.params.id)))
    if (isRefused(document)) return refuseBack(ctx, document, '/mes-paiements')
    const { name, type, bytes } = document
    await logAccess(ctx, ctx.auth.user!.id, 'document.read', name)
    return attachment(ctx, name, type).send(Buffer.from(bytes))
  }
}
