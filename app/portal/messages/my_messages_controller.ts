import type { HttpContext } from '@adonisjs/core/http'
import { chooseRhythm, RHYTHMS } from '#app/portal/messages/choose_rhythm'
import { myMessage, myMessages } from '#app/portal/messages/my_messages'
import { MAIL_STATES } from '#app/shared/mail/mails_list'
import { isRefused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

/** What an association was told by mail, and when each of its people wants to be. */
export default class MyMessagesController {
  async index({ auth, request, view }: HttpContext) {
    const chosen = await row<{ rhythm: string }>(
      'SELECT rhythm FROM mail_preferences WHERE user_id = ?',
      [auth.user!.id]
    )
    return view.render('portal/messages', {
      ...(await myMessages(request.qs())),
      states: MAIL_STATES,
      rhythm: chosen?.rhythm ?? 'immediate',
      rhythms: Object.entries(RHYTHMS).map(([value, label]) => ({ value, label })),
    })
  }

  async show({ params, view }: HttpContext) {
    const message = found(await myMessage(idOf(params.id)))
    return view.render('portal/message', { letter: message, sending: MAIL_STATES[message.state] })
  }

  async update(ctx: HttpContext) {
    const chosen = await chooseRhythm(ctx.auth.user!, typed(ctx.request, 'rythme', 20))
    if (isRefused(chosen)) return refuseBack(ctx, chosen, '/mes-messages')
    say(ctx, 'Votre choix est enregistré.')
    return ctx.response.redirect().status(303).toPath('/mes-messages')
  }
}
