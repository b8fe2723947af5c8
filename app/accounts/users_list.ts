import { ROLE_LABELS } from '#app/accounts/actor'
import { ROLES } from '#app/accounts/user'
import type { List } from '#app/shared/screens/list'

interface UserRow {
  id: number
  fullName: string
  email: string
  role: string
  association: string | null
  state: string
  lastEntry: Date | null
}

const STATES = {
  active: { label: 'actif', tone: 'good' },
  invited: { label: 'invité', tone: 'waiting' },
  disabled: { label: 'fermé', tone: 'calm' },
} as const

/** The people who may enter, and who once could. */
export const usersList: List<UserRow> = {
  name: 'utilisateurs',
  caption: 'Utilisateurs',
  noun: ['utilisateur', 'utilisateurs'],
  sql: `SELECT u.id, u.full_name AS "fullName", u.email, u.role, a.name AS association,
      CASE WHEN u.disabled_at IS NOT NULL THEN 'disabled' WHEN u.password_hash IS NULL THEN 'invited' ELSE 'active' END AS state,
      (SELECT max(at) FROM access_log l WHERE l.user_id = u.id AND l.verb = 'sign_in') AS "lastEntry"
    FROM users u LEFT JOIN associations a ON a.id = u.association_id`,
  columns: [
    { key: 'fullName', label: 'Nom', heads: true, href: ({ id }) => `/utilisateurs/${id}` },
    { key: 'email', label: 'Courriel' },
    {
      key: 'role',
      label: 'Rôle',
      kind: 'state',
      states: Object.fromEntries(
        ROLES.map((role) => [role, { label: ROLE_LABELS[role], tone: 'calm' as const }])
      ),
    },
    { key: 'association', label: 'Association' },
    { key: 'state', label: 'État', kind: 'state', states: STATES },
    { key: 'lastEntry', label: 'Dernière entrée', kind: 'instant' },
  ],
  filters: [
    { name: 'q', label: 'Nom ou courriel', kind: 'contains', columns: ['fullName', 'email'] },
    {
      name: 'role',
      label: 'Rôle',
      kind: 'choice',
      column: 'role',
      choices: () => ROLES.map((role) => ({ value: role, label: ROLE_LABELS[role] })),
    },
    {
      name: 'etat',
      label: 'État',
      kind: 'choice',
      column: 'state',
      choices: () => Object.entries(STATES).map(([value, { label }]) => ({ value, label })),
    },
  ],
  order: 'fullName',
  empty: 'Personne n’est encore invité.',
}
