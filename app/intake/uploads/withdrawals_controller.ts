import type { HttpContext } from '@adonisjs/core/http'
import { removeFolder } from '#app/intake/uploads/remove_old_uploads'
import { uploadFolder } from '#app/intake/uploads/upload'
import { uploadOf } from '#app/intake/uploads/upload_of'
import { say } from '#app/shared/screens/refuse_back'

/** A file given up: nothing of it is kept. */
export default class WithdrawalsController {
  async store(ctx: HttpContext) {
    const upload = await uploadOf(ctx)
    await removeFolder(uploadFolder(upload.id))
    say(ctx, 'Le fichier est abandonné\u00a0: rien n’en est gardé.')
    return ctx.response.redirect().status(303).toPath('/imports')
  }
}
