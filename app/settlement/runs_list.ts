import { conventionFilter } from '#app/conventions/convention_filter'
import { RUN_STATE_LABELS, runStateChoices } from '#app/settlement/run_state_labels'
import type { List } from '#app/shared/screens/list'

interface RunRow {
  id: number
  code: string
  convention: string
  until: string
  state: string
  associations: number
  totalCents: number | null
  preparedBy: string
  issuedAt: Date | null
}

/** Every run, whatever became of it. */
export const runsList: List<RunRow> = {
  name: 'campagnes',
  caption: 'Campagnes de règlement',
  noun: ['campagne', 'campagnes'],
  sql: `SELECT r.id, r.code, c.code AS convention, r.until, r.state,
      (SELECT count(*) FROM run_associations t WHERE t.run_id = r.id) AS associations,
      r.total_cents AS "totalCents", u.full_name AS "preparedBy", r.issued_at AS "issuedAt"
    FROM runs r JOIN conventions c ON c.id = r.convention_id JOIN users u ON u.id = r.prepared_by`,
  columns: [
    {
      key: 'code',
      label: 'Campagne',
      kind: 'code',
      heads: true,
      href: ({ id }) => `/campagnes/${id}`,
    },
    { key: 'convention', label: 'Convention', kind: 'code' },
    { key: 'until', label: 'Fiches reçues avant le', kind: 'day' },
    { key: 'state', label: 'État', kind: 'state', states: RUN_STATE_LABELS },
    { key: 'associations', label: 'Associations', kind: 'number' },
    { key: 'totalCents', label: 'Total', kind: 'cents' },
    { key: 'preparedBy', label: 'Préparée par' },
    { key: 'issuedAt', label: 'Émise', kind: 'instant' },
  ],
  filters: [
    { name: 'q', label: 'Campagne', kind: 'contains', columns: ['code'] },
    conventionFilter,
    { name: 'etat', label: 'État', kind: 'choice', column: 'state', choices: runStateChoices },
    { name: 'du', label: 'Date limite du', kind: 'from', column: 'until' },
    { name: 'au', label: 'au', kind: 'until', column: 'until' },
  ],
  order: '-id',
  sum: { key: 'totalCents', label: 'Total' },
  empty:
    'Aucune campagne n’est ouverte. Ouvrez-en une quand les fiches d’une période sont rapprochées.',
}
