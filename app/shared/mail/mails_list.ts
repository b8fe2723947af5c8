import type { List } from '#app/shared/screens/list'
import { MAIL_KINDS } from '#app/shared/mail/mail_kinds'
import { wordsSql } from '#app/shared/screens/words_sql'

interface MailRow {
  id: number
  subject: string
  recipient: string
  kind: string
  state: string
  attempts: number
  failure: string | null
  createdAt: Date
  sentAt: Date | null
}

export const MAIL_STATES = {
  queued: { label: 'en attente', tone: 'waiting' },
  sent: { label: 'envoyé', tone: 'good' },
  failed: { label: 'en échec', tone: 'alert' },
  digest: { label: 'attend l’envoi du jour', tone: 'waiting' },
  gathered: { label: 'envoyé avec ceux du jour', tone: 'good' },
  bounced: { label: 'revenu', tone: 'alert' },
} as const

/** SQL: the state of the mail `m` as it is shown. */
export const MAIL_STATE = `CASE WHEN m.bounced_at IS NOT NULL THEN 'bounced'
  WHEN m.state = 'queued' AND m.for_digest THEN 'digest' ELSE m.state END`

/** What the installation wrote to people, and what became of it. */
export const mailsList: List<MailRow> = {
  name: 'courriels',
  caption: 'Courriels',
  noun: ['courriel', 'courriels'],
  sql: `SELECT m.id, m.subject, m.recipient, ${wordsSql('m.kind', MAIL_KINDS)} AS kind, ${MAIL_STATE} AS state, m.attempts,
      coalesce(m.bounce_note, m.failure) AS failure,
      m.created_at AS "createdAt", m.sent_at AS "sentAt", (m.created_at AT TIME ZONE 'Europe/Paris')::date AS day
    FROM mails m`,
  columns: [
    { key: 'subject', label: 'Objet', heads: true, href: ({ id }) => `/courriels/${id}` },
    { key: 'recipient', label: 'À' },
    { key: 'kind', label: 'Nature' },
    { key: 'state', label: 'État', kind: 'state', states: MAIL_STATES },
    { key: 'attempts', label: 'Essais', kind: 'number' },
    { key: 'failure', label: 'Échec' },
    { key: 'createdAt', label: 'Écrit', kind: 'instant' },
    { key: 'sentAt', label: 'Parti', kind: 'instant' },
  ],
  filters: [
    {
      name: 'q',
      label: 'Objet ou destinataire',
      kind: 'contains',
      columns: ['subject', 'recipient'],
    },
    {
      name: 'etat',
      label: 'État',
      kind: 'choice',
      column: 'state',
      choices: () => Object.entries(MAIL_STATES).map(([value, { label }]) => ({ value, label })),
    },
    { name: 'du', label: 'Du', kind: 'from', column: 'day' },
    { name: 'au', label: 'Au', kind: 'until', column: 'day' },
  ],
  order: '-createdAt',
  empty:
    'Aucun courriel n’est encore parti. Inviter une personne, relancer une association en écrit.',
}
