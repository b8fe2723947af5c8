import { actionKinds } from '#app/network/actions/action_kinds'
import { associationChoices } from '#app/network/association_choices'
import { DEPARTMENTS } from '#app/shared/departments'
import type { List } from '#app/shared/screens/list'

interface ActionRow {
  id: number
  heldOn: string
  association: string
  associationName: string
  department: string
  kind: string
  label: string
  participants: number
  amf: string
  state: string
}

const AMF = {
  oui: { label: 'avec l’AMF', tone: 'good' },
  non: { label: 'sans l’AMF', tone: 'calm' },
} as const

const STATES = {
  counted: { label: 'comptée', tone: 'good' },
  withdrawn: { label: 'retirée', tone: 'calm' },
} as const

/** The awareness actions of all associations; participants of what is withdrawn count for nothing. */
export const actionsList: List<ActionRow> = {
  name: 'actions',
  caption: 'Actions de sensibilisation',
  noun: ['action', 'actions'],
  sql: `SELECT w.id, w.held_on AS "heldOn", a.code AS association, a.name AS "associationName", w.department, w.kind AS "kindCode",
      k.label AS kind, w.label, CASE WHEN w.withdrawn_at IS NULL THEN w.participants ELSE 0 END AS participants,
      CASE WHEN w.with_amf THEN 'oui' ELSE 'non' END AS amf,
      CASE WHEN w.withdrawn_at IS NULL THEN 'counted' ELSE 'withdrawn' END AS state
    FROM awareness_actions w JOIN associations a ON a.id = w.association_id JOIN action_kinds k ON k.code = w.kind`,
  columns: [
    { key: 'heldOn', label: 'Jour', kind: 'day' },
    { key: 'association', label: 'Code', kind: 'code' },
    { key: 'associationName', label: 'Association', heads: true },
    { key: 'department', label: 'Département', kind: 'code' },
    { key: 'kind', label: 'Nature' },
    { key: 'label', label: 'Libellé' },
    { key: 'participants', label: 'Participants', kind: 'number' },
    { key: 'amf', label: 'Association de maires', kind: 'state', states: AMF },
    { key: 'state', label: 'État', kind: 'state', states: STATES },
  ],
  filters: [
    {
      name: 'association',
      label: 'Association',
      kind: 'choice',
      column: 'association',
      choices: associationChoices,
    },
    {
      name: 'departement',
      label: 'Département',
      kind: 'choice',
      column: 'department',
      choices: () =>
        Array.from(DEPARTMENTS, ([value, name]) => ({ value, label: `${value} ${name}` })),
    },
    {
      name: 'nature',
      label: 'Nature',
      kind: 'choice',
      column: 'kindCode',
      choices: async () => (await actionKinds()).map(({ code, label }) => ({ value: code, label })),
    },
    {
      name: 'amf',
      label: 'Association de maires',
      kind: 'choice',
      column: 'amf',
      choices: () => Object.entries(AMF).map(([value, { label }]) => ({ value, label })),
    },
    {
      name: 'etat',
      label: 'État',
      kind: 'choice',
      column: 'state',
      choices: () => Object.entries(STATES).map(([value, { label }]) => ({ value, label })),
    },
    { name: 'du', label: 'Du', kind: 'from', column: 'heldOn' },
    { name: 'au', label: 'Au', kind: 'until', column: 'heldOn' },
  ],
  order: '-heldOn',
  sum: { key: 'participants', label: 'Participants', kind: 'number' },
  empty: 'Aucune action n’est encore déclarée. Les associations le font depuis leur espace.',
}
