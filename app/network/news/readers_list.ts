import { CONCERNED_SQL } from '#app/network/news/letters_list'
import type { List } from '#app/shared/screens/list'

interface ReaderRow {
  id: number
  association: string
  associationName: string
  state: string
  readers: string | null
  readAt: Date | null
}

const STATES = {
  read: { label: 'lu', tone: 'good' },
  unread: { label: 'pas encore lu', tone: 'waiting' },
} as const

/** The associations that a publication is for, and who read it there. */
export function readersList(letterId: number): List<ReaderRow> {
  return {
    name: 'lecteurs',
    caption: 'Qui l’a lu',
    noun: ['association', 'associations'],
    sql: `SELECT a.id, a.code AS association, a.name AS "associationName",
        CASE WHEN r.n > 0 THEN 'read' ELSE 'unread' END AS state, r.readers, r.read_at AS "readAt"
      FROM letters l CROSS JOIN associations a
      CROSS JOIN LATERAL (SELECT count(*) AS n, string_agg(u.full_name, ', ' ORDER BY r.read_at) AS readers,
          min(r.read_at) AS read_at
        FROM letter_readings r JOIN users u ON u.id = r.user_id
        WHERE r.letter_id = l.id AND r.association_id = a.id) r
      WHERE l.id = ? AND (${CONCERNED_SQL} OR r.n > 0)`,
    bindings: [letterId],
    columns: [
      { key: 'association', label: 'Code', kind: 'code' },
      { key: 'associationName', label: 'Association', heads: true },
      { key: 'state', label: 'Lecture', kind: 'state', states: STATES },
      { key: 'readers', label: 'Par' },
      { key: 'readAt', label: 'La première fois', kind: 'instant' },
    ],
    filters: [
      {
        name: 'q',
        label: 'Association',
        kind: 'contains',
        columns: ['association', 'associationName'],
      },
      {
        name: 'lecture',
        label: 'Lecture',
        kind: 'choice',
        column: 'state',
        choices: () => Object.entries(STATES).map(([value, { label }]) => ({ value, label })),
      },
    ],
    order: 'association',
    empty: 'Aucune association n’est concernée.',
  }
}
