import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { transaction } from '#app/shared/transaction'

/** Notes that a mail which left came back: the address is to be corrected. */
export async function noteBounce(
  actorId: number,
  mailId: number,
  typed: string
): Promise<{ mailId: number } | Refused> {
  const note = typed.trim()
  if (note === '') {
    return refuse(
      'MOTIF_MANQUANT',
      'Pourquoi le courriel est-il revenu\u00a0?',
      'Recopiez ce que dit le message de retour, sans nom.',
      'motif'
    )
  }
  return transaction<{ mailId: number }>(async (trx) => {
    const mail = await row<{ id: number }>(
      `UPDATE mails SET bounced_at = now(), bounce_note = ?, bounced_by = ?
       WHERE id = ? AND state = 'sent' AND bounced_at IS NULL RETURNING id`,
      [note, actorId, mailId],
      trx
    )
    if (!mail) {
      return refuse(
        'COURRIEL_PAS_PARTI',
        'Ce courriel n’est pas parti, ou son retour est déjà noté.',
        'Relisez sa page.'
      )
    }
    await recordEvent(trx, actorId, {
      verb: 'mail.bounced',
      subject: ['mail', mailId],
      after: { note },
    })
    return { mailId }
  })
}
