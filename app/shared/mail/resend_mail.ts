import { enqueueMail } from '#app/shared/mail/post_mail'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { transaction } from '#app/shared/transaction'

/** Puts a mail that failed back in the queue; what was sent is never sent twice. */
export function resendMail(actorId: number, mailId: number): Promise<{ mailId: number } | Refused> {
  return transaction(async (trx) => {
    const mail = await row<{ id: number }>(
      `UPDATE mails SET state = 'queued' WHERE id = ? AND state = 'failed' AND purged_at IS NULL RETURNING id`,
      [mailId],
      trx
    )
    if (!mail) {
      return refuse(
        'COURRIEL_PAS_EN_ECHEC',
        'Ce courriel n’est pas en échec.',
        'Il est parti, va partir, ou son texte a été purgé.'
      )
    }
    await enqueueMail(trx, mailId)
    await recordEvent(trx, actorId, { verb: 'mail.sent_again', subject: ['mail', mailId] })
    return { mailId }
  })
}
