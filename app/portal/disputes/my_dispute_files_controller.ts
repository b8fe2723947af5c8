import type { HttpContext } from '@adonisjs/core/http'
import { logAccess } from '#app/accounts/entry/log_access'
import { disputeFile } from '#app/settlement/disputes/dispute_thread'
import { sendKeptFile } from '#app/shared/screens/kept_file'
import { found, idOf } from '#app/shared/screens/not_found'

/** The document that the association joined to its dispute. */
export default class MyDisputeFilesController {
  async show(ctx: HttpContext) {
    const id = idOf(ctx.params.id)
    const file = found(await disputeFile(id))
    await logAccess(ctx, ctx.auth.user!.id, 'document.read', `Pièce de la réclamation ${id}`)
    return sendKeptFile(ctx, file)
  }
}
