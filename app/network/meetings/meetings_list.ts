import type { List } from '#app/shared/screens/list'

interface MeetingRow {
  id: number
  title: string
  startsAt: Date
  seats: number
  seated: number
  waiting: number
  state: string
}

export const MEETING_STATES = {
  open: { label: 'inscriptions ouvertes', tone: 'good' },
  full: { label: 'complet', tone: 'waiting' },
  closed: { label: 'inscriptions closes', tone: 'calm' },
  past: { label: 'passé', tone: 'calm' },
} as const

/** SQL of the state of the meeting `m`, of which `seated` is the number of seats taken. */
export function meetingStateSql(seated: string): string {
  return `CASE WHEN m.starts_at <= now() THEN 'past' WHEN m.closed_at IS NOT NULL THEN 'closed'
    WHEN ${seated} >= m.seats THEN 'full' ELSE 'open' END`
}

const COUNT = 'SELECT count(*) FROM meeting_registrations r WHERE r.meeting_id = m.id'

/** The webinars of the federation, with who takes part counted. */
export const meetingsList: List<MeetingRow> = {
  name: 'rendez-vous',
  caption: 'Rendez-vous du réseau',
  noun: ['rendez-vous', 'rendez-vous'],
  sql: `SELECT m.id, m.title, m.starts_at AS "startsAt", (m.starts_at AT TIME ZONE 'Europe/Paris')::date AS day, m.seats,
      meeting_seated(m.id) AS seated, (${COUNT} AND r.seat IS NULL AND r.cancelled_at IS NULL) AS waiting,
      ${meetingStateSql('meeting_seated(m.id)')} AS state
    FROM meetings m`,
  columns: [
    { key: 'title', label: 'Titre', heads: true, href: ({ id }) => `/rendez-vous-reseau/${id}` },
    { key: 'startsAt', label: 'Quand', kind: 'instant' },
    { key: 'seated', label: 'Inscrits', kind: 'number' },
    { key: 'seats', label: 'Places', kind: 'number' },
    { key: 'waiting', label: 'En attente', kind: 'number' },
    { key: 'state', label: 'État', kind: 'state', states: MEETING_STATES },
  ],
  filters: [
    { name: 'q', label: 'Titre', kind: 'contains', columns: ['title'] },
    {
      name: 'etat',
      label: 'État',
      kind: 'choice',
      column: 'state',
      choices: () => Object.entries(MEETING_STATES).map(([value, { label }]) => ({ value, label })),
    },
    { name: 'du', label: 'Du', kind: 'from', column: 'day' },
    { name: 'au', label: 'Au', kind: 'until', column: 'day' },
  ],
  order: '-startsAt',
  empty: 'Aucun rendez-vous n’est encore annoncé.',
}
