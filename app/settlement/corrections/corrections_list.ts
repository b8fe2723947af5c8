import { conventionFilter } from '#app/conventions/convention_filter'
import type { List, StateLabel } from '#app/shared/screens/list'

interface CorrectionRow {
  id: number
  number: string
  convention: string
  association: string
  reference: string
  service: string
  dueCents: number
  alreadyCents: number
  amountCents: number
  state: string
  proposedOn: string
}

export const CORRECTION_STATES: Readonly<Record<string, StateLabel>> = {
  proposed: { label: 'à décider', tone: 'waiting' },
  approved: { label: 'approuvée, à régler', tone: 'waiting' },
  refused: { label: 'refusée', tone: 'calm' },
  settled: { label: 'réglée', tone: 'good' },
}

/** Differences between what was paid and what is due: those to decide, and those decided. */
export const correctionsList: List<CorrectionRow> = {
  name: 'regularisations',
  caption: 'Régularisations',
  noun: ['régularisation', 'régularisations'],
  sql: `SELECT p.id, 'n° ' || p.id AS number, c.code AS convention, a.code AS association, s.reference,
      coalesce(f.label, old.label, p.service_code) AS service, p.due_cents AS "dueCents",
      p.already_cents AS "alreadyCents", p.amount_cents AS "amountCents", p.state,
      (p.proposed_at AT TIME ZONE 'Europe/Paris')::date AS "proposedOn"
    FROM proposed_corrections p JOIN conventions c ON c.id = p.convention_id
    JOIN associations a ON a.id = p.association_id JOIN saisines s ON s.id = p.saisine_id
    LEFT JOIN fees f ON f.id = p.fee_id
    LEFT JOIN settlement_lines l ON l.id = p.corrects_line_id LEFT JOIN fees old ON old.id = l.fee_id`,
  columns: [
    {
      key: 'number',
      label: 'Régularisation',
      kind: 'code',
      heads: true,
      href: ({ id }) => `/regularisations/${id}`,
    },
    { key: 'convention', label: 'Convention', kind: 'code' },
    { key: 'association', label: 'Association', kind: 'code' },
    { key: 'reference', label: 'Saisine', kind: 'code' },
    { key: 'service', label: 'Prestation' },
    { key: 'alreadyCents', label: 'Déjà réglé', kind: 'cents' },
    { key: 'dueCents', label: 'Dû', kind: 'cents' },
    { key: 'amountCents', label: 'Écart', kind: 'cents' },
    { key: 'state', label: 'État', kind: 'state', states: CORRECTION_STATES },
    { key: 'proposedOn', label: 'Proposée le', kind: 'day' },
  ],
  filters: [
    {
      name: 'q',
      label: 'Saisine ou association',
      kind: 'contains',
      columns: ['reference', 'association'],
    },
    conventionFilter,
    {
      name: 'etat',
      label: 'État',
      kind: 'choice',
      column: 'state',
      choices: () =>
        Object.entries(CORRECTION_STATES).map(([value, { label }]) => ({ value, label })),
    },
  ],
  order: '-id',
  sum: { key: 'amountCents', label: 'Somme des écarts' },
  empty:
    'Aucune régularisation. Une fiche rectifiée ou un barème rétroactif en fera proposer une au prochain calcul.',
}
