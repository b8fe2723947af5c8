import type { HttpContext } from '@adonisjs/core/http'
import qrcode from 'qrcode'
import { enrol } from '#app/accounts/entry/enrol'
import { enter, entering } from '#app/accounts/entry/entering'
import { enrolmentUri, newSecret } from '#app/accounts/entry/totp'
import { isRefused } from '#app/shared/result'
import { refuseBack } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

/** The first time: the person’s application learns the secret, and proves it with a code. */
export default class EnrolmentController {
  async create(ctx: HttpContext) {
    const user = await entering(ctx)
    if (!user || user.totpEnrolledAt)
      return ctx.response.redirect().status(303).toPath('/connexion')
    const secret = (ctx.session.get('enrolling') as string | undefined) ?? newSecret()
    ctx.session.put('enrolling', secret)
    const image = await qrcode.toDataURL(enrolmentUri(secret, user.email), {
      margin: 1,
      width: 220,
    })
    return ctx.view.render('accounts/enrolment', {
      image,
      secret: secret.replaceAll(/(.{4})(?=.)/g, '$1 '),
    })
  }

  async store(ctx: HttpContext) {
    const user = await entering(ctx)
    const secret = ctx.session.get('enrolling') as string | undefined
    if (!user || !secret || user.totpEnrolledAt)
      return ctx.response.redirect().status(303).toPath('/connexion')
    const enrolled = await enrol(user.id, secret, typed(ctx.request, 'code', 20))
    if (isRefused(enrolled)) return refuseBack(ctx, enrolled)
    ctx.session.forget('enrolling')
    ctx.session.put('intended', '/mon-compte')
    ctx.session.flash('recovery_codes', enrolled.codes)
    return enter(ctx, user)
  }
}
