import type { HttpContext } from '@adonisjs/core/http'
import { MAIL_MODELS, mailModel } from '#app/portal/messages/mail_models'
import { letterText } from '#app/shared/mail/letter'
import { found } from '#app/shared/screens/not_found'

/** The mails that the installation writes, to be read before anyone receives one. */
export default class MailModelsController {
  async index({ view }: HttpContext) {
    const models = Object.entries(MAIL_MODELS).map(([name, { when, letter }]) => ({
      name,
      when,
      subject: letter.subject,
    }))
    return view.render('portal/mail_models', { models })
  }

  async show({ params, view }: HttpContext) {
    const { when, letter } = found(mailModel(params.name))
    return view.render('portal/mail_model', {
      name: params.name,
      when,
      subject: letter.subject,
      text: letterText(letter),
    })
  }
}
