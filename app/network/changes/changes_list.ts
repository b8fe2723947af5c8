import { CHANGE_KINDS, CHANGE_STATES } from '#app/network/changes/change_kinds'
import { choicesOf } from '#app/shared/screens/choices_of'
import type { List } from '#app/shared/screens/list'
import { wordsSql } from '#app/shared/screens/words_sql'

interface ChangeRow {
  id: number
  association: string
  name: string
  kind: string
  proposedAt: Date
  state: string
}

/** What associations say of themselves; nothing is so before it is accepted. */
export const changesList: List<ChangeRow> = {
  name: 'propositions',
  caption: 'Mises à jour proposées par les associations',
  noun: ['mise à jour', 'mises à jour'],
  sql: `SELECT c.id, a.code AS association, a.name, ${wordsSql('c.kind', CHANGE_KINDS)} AS kind,
      c.proposed_at AS "proposedAt", c.state
    FROM proposed_changes c JOIN associations a ON a.id = c.association_id`,
  columns: [
    {
      key: 'association',
      label: 'Association',
      kind: 'code',
      heads: true,
      href: ({ id }) => `/propositions/${id}`,
    },
    { key: 'name', label: 'Nom' },
    { key: 'kind', label: 'Ce qui change' },
    { key: 'proposedAt', label: 'Proposée', kind: 'instant' },
    { key: 'state', label: 'État', kind: 'state', states: CHANGE_STATES },
  ],
  filters: [
    { name: 'q', label: 'Association', kind: 'contains', columns: ['association', 'name'] },
    {
      name: 'etat',
      label: 'État',
      kind: 'choice',
      column: 'state',
      choices: () => choicesOf(CHANGE_STATES),
    },
  ],
  order: '-proposedAt',
  empty:
    'Aucune mise à jour. Une association propose la sienne depuis ses coordonnées, dans son espace.',
}
