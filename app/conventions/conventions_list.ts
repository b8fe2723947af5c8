import { CONVENTION_STATES } from '#app/conventions/convention_words'
import type { List } from '#app/shared/screens/list'

interface ConventionRow {
  id: number
  code: string
  title: string
  funder: string
  startsOn: string
  lastDay: string | null
  state: string
  envelopeCents: number | null
  authority: string
}

const AUTHORITY = {
  recorded: { label: 'enregistrée', tone: 'good' },
  missing: { label: 'absente\u00a0: rien n’est payable', tone: 'alert' },
} as const

/** The agreements signed with funders. */
export const conventionsList: List<ConventionRow> = {
  name: 'conventions',
  caption: 'Conventions',
  noun: ['convention', 'conventions'],
  sql: `SELECT c.id, c.code, c.title, f.name AS funder, c.starts_on AS "startsOn", c.ends_on - 1 AS "lastDay", c.state,
      (SELECT e.amount_cents FROM envelopes e WHERE e.convention_id = c.id AND e.superseded_at IS NULL
        AND daterange(e.starts_on, e.ends_on) @> CURRENT_DATE) AS "envelopeCents",
      CASE WHEN EXISTS (SELECT 1 FROM reallocation_authorities a WHERE a.convention_id = c.id)
        THEN 'recorded' ELSE 'missing' END AS authority
    FROM conventions c JOIN funders f ON f.id = c.funder_id`,
  columns: [
    { key: 'code', label: 'Code', heads: true, href: ({ id }) => `/conventions/${id}` },
    { key: 'title', label: 'Objet' },
    { key: 'funder', label: 'Financeur' },
    { key: 'startsOn', label: 'Du', kind: 'day' },
    { key: 'lastDay', label: 'Au', kind: 'day' },
    { key: 'state', label: 'État', kind: 'state', states: CONVENTION_STATES },
    { key: 'envelopeCents', label: 'Enveloppe du jour', kind: 'cents' },
    { key: 'authority', label: 'Autorisation de reversement', kind: 'state', states: AUTHORITY },
  ],
  filters: [
    {
      name: 'q',
      label: 'Code, objet, financeur',
      kind: 'contains',
      columns: ['code', 'title', 'funder'],
    },
    {
      name: 'etat',
      label: 'État',
      kind: 'choice',
      column: 'state',
      choices: () =>
        Object.entries(CONVENTION_STATES).map(([value, { label }]) => ({ value, label })),
    },
  ],
  order: 'code',
  sum: { key: 'envelopeCents', label: 'Enveloppes du jour' },
  empty: 'Aucune convention n’est encore enregistrée\u00a0: déposez le fichier de la première.',
}
