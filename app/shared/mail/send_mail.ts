import mail from '@adonisjs/mail/services/main'
import db from '@adonisjs/lucid/services/db'
import { row } from '#app/shared/rows'

interface Waiting {
  recipient: string
  subject: string
  text: string
  html: string | null
}

/**
 * Sends a mail that waits, once: its row is locked while it leaves. Throws when it could not, so that the queue
 * tries again; the failure is kept where people see it. Who dies between the acceptance of the server and the commit
 * leaves it to be given again, under the same Message-ID: SMTP knows no better.
 */
export async function sendMail(mailId: number): Promise<void> {
  const failure = await db.transaction(async (trx) => {
    const waiting = await row<Waiting>(
      `SELECT recipient, subject, text_body AS text, html_body AS html FROM mails
       WHERE id = ? AND state IN ('queued', 'failed') AND NOT for_digest FOR UPDATE SKIP LOCKED`,
      [mailId],
      trx
    )
    if (!waiting) return null
    try {
      await mail.send((message) => {
        message.to(waiting.recipient).subject(waiting.subject).text(waiting.text)
        if (waiting.html !== null) message.html(waiting.html)
        message.nodeMailerMessage.messageId = `<courriel-${mailId}@reversement>`
      })
      await trx.rawQuery(
        `UPDATE mails SET state = 'sent', sent_at = now(), attempts = attempts + 1, failure = NULL,
           text_body = CASE WHEN secret THEN NULL ELSE text_body END,
           html_body = CASE WHEN secret THEN NULL ELSE html_body END WHERE id = ?`,
        [mailId]
      )
      return null
    } catch (error) {
      await trx.rawQuery(
        `UPDATE mails SET state = 'failed', attempts = attempts + 1, failure = ? WHERE id = ?`,
        [(error as Error).message.slice(0, 500), mailId]
      )
      return error as Error
    }
  })
  if (failure) throw failure
}
