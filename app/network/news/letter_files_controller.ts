import type { HttpContext } from '@adonisjs/core/http'
import { logAccess } from '#app/accounts/entry/log_access'
import { letterFile } from '#app/network/news/letter_file'
import { found, idOf } from '#app/shared/screens/not_found'
import { sendKeptFile } from '#app/shared/screens/kept_file'

/** The PDF of a publication, to the federation. */
export default class LetterFilesController {
  async show(ctx: HttpContext) {
    const file = found(await letterFile(idOf(ctx.params.id)))
    await logAccess(ctx, ctx.auth.user!.id, 'document.read', file.fileName)
    return sendKeptFile(ctx, file)
  }
}
