import type { HttpContext } from '@adonisjs/core/http'
import { MAIL_STATE, MAIL_STATES, mailsList } from '#app/shared/mail/mails_list'
import { found, idOf } from '#app/shared/screens/not_found'
import { showList } from '#app/shared/screens/show_list'
import { timelineOf } from '#app/shared/screens/timeline'
import { row } from '#app/shared/rows'

interface ShownMail {
  id: number
  subject: string
  recipient: string
  /** Null when it lets someone in: it is for its reader alone. */
  body: string | null
  state: keyof typeof MAIL_STATES
  attempts: number
  failure: string | null
  createdAt: Date
  sentAt: Date | null
  causedBy: string | null
  bouncedAt: Date | null
  bounceNote: string | null
}

/** What the installation wrote to people. */
export default class MailsController {
  async index(ctx: HttpContext) {
    return showList(ctx, mailsList, 'shared/mails')
  }

  async show({ params, view }: HttpContext) {
    const id = idOf(params.id)
    const mail = found(
      await row<ShownMail>(
        `SELECT m.id, m.subject, m.recipient, CASE WHEN NOT m.secret THEN m.text_body END AS body, ${MAIL_STATE} AS state, m.attempts,
           m.failure, m.created_at AS "createdAt", m.sent_at AS "sentAt", u.full_name AS "causedBy", m.bounced_at AS "bouncedAt",
           m.bounce_note AS "bounceNote"
         FROM mails m LEFT JOIN users u ON u.id = m.caused_by WHERE m.id = ?`,
        [id]
      )
    )
    return view.render('shared/mail', {
      mail,
      sending: MAIL_STATES[mail.state],
      events: await timelineOf('mail', id),
    })
  }
}
