import type { HttpContext } from '@adonisjs/core/http'
import { noteBounce } from '#app/shared/mail/note_bounce'
import { isRefused } from '#app/shared/result'
import { idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

/** Noting that a mail came back. */
export default class MailBouncesController {
  async store(ctx: HttpContext) {
    const id = idOf(ctx.params.id)
    const noted = await noteBounce(ctx.auth.user!.id, id, typed(ctx.request, 'motif', 500))
    if (isRefused(noted)) return refuseBack(ctx, noted, `/courriels/${id}`)
    say(ctx, 'Le retour est noté.')
    return ctx.response.redirect().status(303).toPath(`/courriels/${id}`)
  }
}
