import type { HttpContext } from '@adonisjs/core/http'
import { resendMail } from '#app/shared/mail/resend_mail'
import { isRefused } from '#app/shared/result'
import { idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'

/** Another attempt at a mail that could not leave. */
export default class MailResendingsController {
  async store(ctx: HttpContext) {
    const id = idOf(ctx.params.id)
    const resent = await resendMail(ctx.auth.user!.id, id)
    if (isRefused(resent)) return refuseBack(ctx, resent, `/courriels/${id}`)
    say(ctx, 'Le courriel repart.')
    return ctx.response.redirect().status(303).toPath(`/courriels/${id}`)
  }
}
