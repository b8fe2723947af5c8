import { MAIL_KINDS } from '#app/shared/mail/mail_kinds'
import { MAIL_STATE, type MAIL_STATES } from '#app/shared/mail/mails_list'
import { row, rows } from '#app/shared/rows'
import { wordsSql } from '#app/shared/screens/words_sql'

/** A page is no archive: older messages are found by what they were about. */
const SHOWN = 100

export interface ListedMessage {
  id: number
  subject: string
  kind: string
  recipient: string
  state: keyof typeof MAIL_STATES
  createdAt: Date
}

export interface Message extends ListedMessage {
  text: string
  sentAt: Date | null
}

const COLUMNS = `m.id, m.subject, ${wordsSql('m.kind', MAIL_KINDS)} AS kind, m.recipient, ${MAIL_STATE} AS state,
  m.created_at AS "createdAt"`

/** The last mails that the association was written, newest first. Reads behind the wall. */
export function myMessages(): Promise<ListedMessage[]> {
  return rows<ListedMessage>(
    `SELECT ${COLUMNS} FROM mails m ORDER BY m.created_at DESC, m.id DESC LIMIT ${SHOWN}`
  )
}

/** One of them; null when it is not the association's. */
export function myMessage(id: number): Promise<Message | null> {
  return row<Message>(
    `SELECT ${COLUMNS}, m.text_body AS text, m.sent_at AS "sentAt" FROM mails m WHERE m.id = ?`,
    [id]
  )
}
