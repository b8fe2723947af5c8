import type { List } from '#app/shared/screens/list'

interface AttendeeRow {
  id: number
  person: string
  association: string
  associationName: string
  state: string
  registeredAt: Date
}

const STATES = {
  seated: { label: 'inscrit', tone: 'good' },
  waiting: { label: 'en attente', tone: 'waiting' },
  cancelled: { label: 'désisté', tone: 'calm' },
} as const

/** Who comes to a meeting, who waits, who withdrew. */
export function attendeesList(meetingId: number): List<AttendeeRow> {
  return {
    name: 'inscrits',
    caption: 'Inscriptions',
    noun: ['inscription', 'inscriptions'],
    sql: `SELECT r.id, u.full_name AS person, a.code AS association, a.name AS "associationName",
        CASE WHEN r.cancelled_at IS NOT NULL THEN 'cancelled' WHEN r.seat IS NULL THEN 'waiting' ELSE 'seated' END AS state,
        r.registered_at AS "registeredAt"
      FROM meeting_registrations r JOIN users u ON u.id = r.user_id JOIN associations a ON a.id = r.association_id
      WHERE r.meeting_id = ?`,
    bindings: [meetingId],
    columns: [
      { key: 'person', label: 'Personne', heads: true },
      { key: 'association', label: 'Code', kind: 'code' },
      { key: 'associationName', label: 'Association' },
      { key: 'state', label: 'État', kind: 'state', states: STATES },
      { key: 'registeredAt', label: 'Demandé', kind: 'instant' },
    ],
    filters: [
      {
        name: 'q',
        label: 'Personne ou association',
        kind: 'contains',
        columns: ['person', 'association', 'associationName'],
      },
      {
        name: 'etat',
        label: 'État',
        kind: 'choice',
        column: 'state',
        choices: () => Object.entries(STATES).map(([value, { label }]) => ({ value, label })),
      },
    ],
    order: 'registeredAt',
    empty: 'Personne ne s’est encore inscrit.',
  }
}
