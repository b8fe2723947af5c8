import type { HttpContext } from '@adonisjs/core/http'
import { writeDisputeMessage } from '#app/settlement/disputes/write_dispute_message'
import { isRefused } from '#app/shared/result'
import { idOf, NotFound } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

/** What an association adds to its dispute while it waits. */
export default class MyMessagesController {
  async store(ctx: HttpContext) {
    const id = idOf(ctx.params.id)
    const page = `/mes-reclamations/${id}`
    const written = await writeDisputeMessage(
      ctx.auth.user!,
      id,
      typed(ctx.request, 'message', 1000)
    )
    if (isRefused(written)) {
      if (written.refused.some(({ code }) => code === 'RECLAMATION_INCONNUE')) throw new NotFound()
      return refuseBack(ctx, written, page)
    }
    say(ctx, 'Message envoyé.')
    return ctx.response.redirect().status(303).toPath(page)
  }
}
