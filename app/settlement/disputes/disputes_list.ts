import { DISPUTE_MOTIVES } from '#app/settlement/disputes/dispute_motives'
import type { List, StateLabel } from '#app/shared/screens/list'

interface DisputeRow {
  id: number
  number: string
  association: string
  about: string
  reference: string | null
  motive: string
  amountCents: number | null
  openedOn: string
  answerBy: string | null
  state: string
}

export const DISPUTE_STATES: Readonly<Record<string, StateLabel>> = {
  open: { label: 'attend une réponse', tone: 'waiting' },
  accepted: { label: 'acceptée', tone: 'good' },
  rejected: { label: 'rejetée', tone: 'calm' },
}

const MOTIVES: Readonly<Record<string, StateLabel>> = Object.fromEntries(
  Object.entries(DISPUTE_MOTIVES).map(([motive, label]) => [
    motive,
    { label, tone: 'calm' as const },
  ])
)

/** What associations contest; those that wait stop the payment of their association. */
export const disputesList: List<DisputeRow> = {
  name: 'reclamations',
  caption: 'Réclamations',
  noun: ['réclamation', 'réclamations'],
  sql: `SELECT d.id, 'n° ' || d.id AS number, a.code AS association, coalesce(st.number, 'fiche n° ' || d.form_id) AS about,
      coalesce(s.reference, f.reference) AS reference, d.motive, l.amount_cents AS "amountCents",
      (d.opened_at AT TIME ZONE 'Europe/Paris')::date AS "openedOn",
      CASE WHEN d.closed_at IS NULL THEN d.answer_by END AS "answerBy", coalesce(d.verdict, 'open') AS state
    FROM disputes d JOIN associations a ON a.id = d.association_id
    LEFT JOIN settlement_lines l ON l.id = d.line_id
    LEFT JOIN statements st ON st.run_id = l.run_id AND st.association_id = l.association_id
    LEFT JOIN saisines s ON s.id = l.saisine_id LEFT JOIN return_forms f ON f.id = d.form_id`,
  columns: [
    {
      key: 'number',
      label: 'Réclamation',
      kind: 'code',
      heads: true,
      href: ({ id }) => `/reclamations/${id}`,
    },
    { key: 'association', label: 'Association', kind: 'code' },
    { key: 'about', label: 'Contestée', kind: 'code' },
    { key: 'reference', label: 'Saisine', kind: 'code' },
    { key: 'motive', label: 'Motif', kind: 'state', states: MOTIVES },
    { key: 'amountCents', label: 'Montant contesté', kind: 'cents' },
    { key: 'openedOn', label: 'Ouverte le', kind: 'day' },
    { key: 'answerBy', label: 'Réponse due', kind: 'day' },
    { key: 'state', label: 'État', kind: 'state', states: DISPUTE_STATES },
  ],
  filters: [
    {
      name: 'q',
      label: 'Association, relevé ou saisine',
      kind: 'contains',
      columns: ['association', 'about', 'reference'],
    },
    {
      name: 'etat',
      label: 'État',
      kind: 'choice',
      column: 'state',
      choices: () => Object.entries(DISPUTE_STATES).map(([value, { label }]) => ({ value, label })),
    },
  ],
  order: 'openedOn',
  sum: { key: 'amountCents', label: 'Contesté' },
  empty:
    'Aucune réclamation. Une association en ouvre une depuis son relevé\u00a0; elle arrivera ici.',
}
