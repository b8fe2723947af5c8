import type { HttpContext } from '@adonisjs/core/http'
import { findImport } from '#app/intake/find_import'
import { kindsToSend } from '#app/intake/import_words'
import { undoImport } from '#app/intake/undo_import'
import { isRefused } from '#app/shared/result'
import { Forbidden } from '#app/shared/screens/forbidden'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { importKind } from '#start/import_kinds'

/** An import taken back, as long as nothing of it is used. */
export default class UndoneImportsController {
  async store(ctx: HttpContext) {
    const user = ctx.auth.user!
    const { id, kind } = found(await findImport(idOf(ctx.params.id)))
    if (!kindsToSend(user.role).includes(kind)) throw new Forbidden()
    const undone = await undoImport(id, user.id, importKind)
    if (isRefused(undone)) return refuseBack(ctx, undone, `/imports/${id}`)
    say(ctx, 'L’import est annulé\u00a0: ce qu’il avait apporté est retiré.')
    return ctx.response.redirect().status(303).toPath(`/imports/${id}`)
  }
}
