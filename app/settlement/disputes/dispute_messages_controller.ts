import type { HttpContext } from '@adonisjs/core/http'
import { writeDisputeMessage } from '#app/settlement/disputes/write_dispute_message'
import { isRefused } from '#app/shared/result'
import { idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

/** What the coordination asks an association before it answers. */
export default class DisputeMessagesController {
  async store(ctx: HttpContext) {
    const id = idOf(ctx.params.id)
    const page = `/reclamations/${id}`
    const body = typed(ctx.request, 'message', 1000)
    const written = await writeDisputeMessage(ctx.auth.user!, id, body)
    if (isRefused(written)) return refuseBack(ctx, written, page)
    say(ctx, 'Message écrit\u00a0: l’association le lit sur sa page.')
    return ctx.response.redirect().status(303).toPath(page)
  }
}
