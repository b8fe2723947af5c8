import { KIND_LABELS, kindsToRead } from '#app/intake/import_words'
import type { Role } from '#app/accounts/user'
import type { List } from '#app/shared/screens/list'

interface ImportRow {
  id: number
  fileName: string
  kind: string
  actor: string | null
  appliedAt: Date
  created: number
  unchanged: number
  refused: number
  state: string
}

const STATES = {
  applied: { label: 'enregistré', tone: 'good' },
  partial: { label: 'en partie enregistré', tone: 'waiting' },
  undone: { label: 'annulé', tone: 'calm' },
} as const

/** The imports that a role may see. */
export function importsList(role: Role): List<ImportRow> {
  const kinds = kindsToRead(role)
  return {
    name: 'imports',
    caption: 'Imports',
    noun: ['import', 'imports'],
    sql: `SELECT i.id, i.file_name AS "fileName", i.kind, u.full_name AS actor, i.applied_at AS "appliedAt",
        i.created_count AS created, i.unchanged_count AS unchanged, i.refused_count AS refused,
        CASE WHEN i.undone_at IS NOT NULL THEN 'undone' WHEN i.refused_count > 0 THEN 'partial' ELSE 'applied' END AS state
      FROM imports i LEFT JOIN users u ON u.id = i.actor_id WHERE i.kind IN (${kinds.map(() => '?').join(', ')})`,
    bindings: kinds,
    columns: [
      { key: 'fileName', label: 'Fichier', heads: true, href: ({ id }) => `/imports/${id}` },
      {
        key: 'kind',
        label: 'Nature',
        kind: 'state',
        states: Object.fromEntries(
          Object.entries(KIND_LABELS).map(([kind, label]) => [kind, { label, tone: 'calm' }])
        ),
      },
      { key: 'actor', label: 'Par' },
      { key: 'appliedAt', label: 'Le', kind: 'instant' },
      { key: 'created', label: 'Nouvelles', kind: 'number' },
      { key: 'unchanged', label: 'Inchangées', kind: 'number' },
      { key: 'refused', label: 'Écartées', kind: 'number' },
      { key: 'state', label: 'État', kind: 'state', states: STATES },
    ],
    filters: [
      { name: 'q', label: 'Fichier ou personne', kind: 'contains', columns: ['fileName', 'actor'] },
      {
        name: 'nature',
        label: 'Nature',
        kind: 'choice',
        column: 'kind',
        choices: () => kinds.map((value) => ({ value, label: KIND_LABELS[value] })),
      },
      {
        name: 'etat',
        label: 'État',
        kind: 'choice',
        column: 'state',
        choices: () => Object.entries(STATES).map(([value, { label }]) => ({ value, label })),
      },
    ],
    order: '-appliedAt',
    empty:
      'Aucun fichier n’est encore importé. Le premier apparaîtra ici, avec ce qu’il a apporté.',
  }
}
