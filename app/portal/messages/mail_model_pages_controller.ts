import { createHash } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { mailModel } from '#app/portal/messages/mail_models'
import { renderLetter } from '#app/shared/mail/render_letter'
import { found } from '#app/shared/screens/not_found'

/** A mail as a mail program shows it: a page by itself, that may have its own style and nothing else. */
export default class MailModelPagesController {
  async show({ params, response }: HttpContext) {
    const { html } = renderLetter(found(mailModel(params.name)).letter)
    const style = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    response.header(
      'content-security-policy',
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
    )
    return response.type('html').send(html)
  }
}
