import { rows } from '#app/shared/rows'

export interface SentReminder {
  id: number
  at: Date
  who: string
  recipient: string
  subject: string
  references: string[]
  state: 'queued' | 'sent' | 'failed'
}

/** The last mails that asked an association for its forms. */
export function remindersOf(associationId: number): Promise<SentReminder[]> {
  return rows<SentReminder>(
    `SELECT m.id, max(r.sent_at) AS at, max(u.full_name) AS who, m.recipient, m.subject, m.state,
       array_agg(s.reference ORDER BY s.reference) AS "references"
     FROM reminders r JOIN mails m ON m.id = r.mail_id JOIN saisines s ON s.id = r.saisine_id
     JOIN users u ON u.id = r.sent_by WHERE r.association_id = ? GROUP BY m.id ORDER BY m.id DESC LIMIT 20`,
    [associationId]
  )
}
