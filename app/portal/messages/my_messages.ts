import { MAIL_KINDS } from '#app/shared/mail/mail_kinds'
import { MAIL_STATE, type MAIL_STATES } from '#app/shared/mail/mails_list'
import { row, rows } from '#app/shared/rows'
import { pagesOf } from '#app/shared/screens/pages'
import { wordsSql } from '#app/shared/screens/words_sql'

const SHOWN = 50

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

/**
 * The mails that the association was written, newest first: the page and the filters that the address asks. Reads
 * behind the wall, which shows no saved views: this list is not of those that people save.
 */
export async function myMessages({ page, nature, objet }: Record<string, unknown>) {
  const kind = typeof nature === 'string' && Object.hasOwn(MAIL_KINDS, nature) ? nature : ''
  const about = typeof objet === 'string' ? objet.replaceAll('\0', '').trim().slice(0, 100) : ''
  const narrowed = `FROM mails m WHERE (? = '' OR m.kind = ?) AND position(lower(?) IN lower(m.subject)) > 0`
  const bindings = [kind, kind, about]
  const { count } = (await row<{ count: number }>(
    `SELECT count(*) AS count ${narrowed}`,
    bindings
  ))!
  const pages = pagesOf(count, SHOWN, page)
  return {
    count,
    pages,
    nature: kind,
    objet: about,
    /** What the address holds beside the page. */
    query: new URLSearchParams({ nature: kind, objet: about }).toString(),
    natures: await knownKinds(),
    messages: await rows<ListedMessage>(
      `SELECT ${COLUMNS} ${narrowed} ORDER BY m.created_at DESC, m.id DESC LIMIT ? OFFSET ?`,
      [...bindings, pages.size, pages.first]
    ),
  }
}

/** Those of which the association has at least one. */
function knownKinds() {
  return rows<{ value: string; label: string }>(
    `SELECT DISTINCT m.kind AS value, ${wordsSql('m.kind', MAIL_KINDS)} AS label FROM mails m ORDER BY 2`
  )
}

/** One of them; null when it is not the association's. */
export function myMessage(id: number): Promise<Message | null> {
  return row<Message>(
    `SELECT ${COLUMNS}, m.text_body AS text, m.sent_at AS "sentAt" FROM mails m WHERE m.id = ?`,
    [id]
  )
}
