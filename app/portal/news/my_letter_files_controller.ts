import type { HttpContext } from '@adonisjs/core/http'
import { logAccess } from '#app/accounts/entry/log_access'
import { letterFile } from '#app/network/news/letter_file'
import { noteReading } from '#app/network/news/note_reading'
import { behindWall } from '#app/portal/behind_wall'
import { found, idOf } from '#app/shared/screens/not_found'
import { sendKeptFile } from '#app/shared/screens/kept_file'

/** The PDF of a publication, to the people of an association: who takes it has read it. */
export default class MyLetterFilesController {
  async show(ctx: HttpContext) {
    const user = ctx.auth.user!
    const id = idOf(ctx.params.id)
    const file = found(await behindWall(user.associationId!, () => letterFile(id)))
    await noteReading(user, id)
    await logAccess(ctx, user.id, 'document.read', file.fileName)
    return sendKeptFile(ctx, file)
  }
}
