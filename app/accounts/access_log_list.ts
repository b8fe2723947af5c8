import type { List } from '#app/shared/screens/list'

interface AccessRow {
  id: number
  at: Date
  person: string | null
  verb: string
  address: string | null
  detail: string | null
}

const VERBS = {
  'sign_in': { label: 'entrée', tone: 'good' },
  'sign_in.refused': { label: 'entrée refusée', tone: 'alert' },
  'second_factor.refused': { label: 'code refusé', tone: 'alert' },
  'recovery_code.used': { label: 'code de secours utilisé', tone: 'waiting' },
  'sign_out': { label: 'sortie', tone: 'calm' },
  'session.ended': { label: 'session finie', tone: 'calm' },
  'password.changed': { label: 'mot de passe changé', tone: 'waiting' },
  'document.read': { label: 'document lu', tone: 'calm' },
  'list.exported': { label: 'liste exportée', tone: 'calm' },
} as const

/** Who entered and who took what away; kept apart from the business events. */
export const accessLogList: List<AccessRow> = {
  name: 'acces',
  caption: 'Journal des accès',
  noun: ['accès', 'accès'],
  sql: `SELECT l.id, l.at, u.full_name AS person, l.verb, host(l.address) AS address, l.detail, l.at::date AS day
    FROM access_log l LEFT JOIN users u ON u.id = l.user_id`,
  columns: [
    { key: 'at', label: 'Quand', kind: 'instant' },
    { key: 'person', label: 'Qui', heads: true },
    { key: 'verb', label: 'Quoi', kind: 'state', states: VERBS },
    { key: 'detail', label: 'Détail' },
    { key: 'address', label: 'Adresse', kind: 'code' },
  ],
  filters: [
    { name: 'q', label: 'Personne ou détail', kind: 'contains', columns: ['person', 'detail'] },
    {
      name: 'quoi',
      label: 'Quoi',
      kind: 'choice',
      column: 'verb',
      choices: () => Object.entries(VERBS).map(([value, { label }]) => ({ value, label })),
    },
    { name: 'du', label: 'Du', kind: 'from', column: 'day' },
    { name: 'au', label: 'Au', kind: 'until', column: 'day' },
  ],
  order: '-at',
  empty: 'Personne n’est encore entré.',
}
