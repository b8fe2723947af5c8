import { PAYMENT_GAPS } from '#app/network/payment_gaps'
import type { List } from '#app/shared/screens/list'

interface AssociationRow {
  id: number
  code: string
  name: string
  town: string
  departments: string
  member: string
  missing: string[]
}

const MEMBER = {
  yes: { label: 'adhérente', tone: 'good' },
  no: { label: 'non adhérente', tone: 'alert' },
} as const

/** The network, with what each association lacks to be paid. */
export const associationsList: List<AssociationRow> = {
  name: 'associations',
  caption: 'Associations',
  noun: ['association', 'associations'],
  sql: `SELECT a.id, a.code, a.name, a.town,
      (SELECT string_agg(department_code, ', ' ORDER BY department_code) FROM association_departments d
        WHERE d.association_id = a.id) AS departments,
      CASE WHEN EXISTS (SELECT 1 FROM memberships m WHERE m.association_id = a.id
        AND daterange(m.starts_on, m.ends_on) @> CURRENT_DATE) THEN 'yes' ELSE 'no' END AS member,
      ${PAYMENT_GAPS} AS missing
    FROM associations a`,
  columns: [
    {
      key: 'code',
      label: 'Code',
      kind: 'code',
      heads: true,
      href: ({ id }) => `/associations/${id}`,
    },
    { key: 'name', label: 'Nom', href: ({ id }) => `/associations/${id}` },
    { key: 'town', label: 'Commune' },
    { key: 'departments', label: 'Départements' },
    { key: 'member', label: 'Adhésion', kind: 'state', states: MEMBER },
    { key: 'missing', label: 'Il manque, pour être payée' },
  ],
  filters: [
    { name: 'q', label: 'Code, nom, commune', kind: 'contains', columns: ['code', 'name', 'town'] },
    {
      name: 'departement',
      label: 'Département (code)',
      kind: 'contains',
      columns: ['departments'],
    },
    {
      name: 'adhesion',
      label: 'Adhésion',
      kind: 'choice',
      column: 'member',
      choices: () => Object.entries(MEMBER).map(([value, { label }]) => ({ value, label })),
    },
    {
      name: 'manque',
      label: 'À compléter pour être payée',
      kind: 'flag',
      sql: 'cardinality(missing) > 0',
    },
  ],
  order: 'code',
  empty:
    'Le réseau est vide\u00a0: importez le fichier des associations, ou enregistrez la première.',
}
