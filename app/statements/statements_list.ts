import { conventionFilter } from '#app/conventions/convention_filter'
import { PAYMENT_STATE_SQL, PAYMENT_STATES } from '#app/statements/payment_states'
import type { List } from '#app/shared/screens/list'

interface StatementRow {
  id: number
  number: string
  association: string
  name: string
  convention: string
  run: string
  runId: number
  totalCents: number
  payableCents: number
  issuedOn: string
  payment: string
}

/** Every statement issued. */
export const statementsList: List<StatementRow> = {
  name: 'releves',
  caption: 'Relevés de règlement',
  noun: ['relevé', 'relevés'],
  sql: `SELECT s.id, s.number, a.code AS association, a.name, c.code AS convention, r.code AS run, r.id AS "runId",
      s.total_cents AS "totalCents", s.payable_cents AS "payableCents",
      (s.issued_at AT TIME ZONE 'Europe/Paris')::date AS "issuedOn", ${PAYMENT_STATE_SQL} AS payment
    FROM statements s JOIN associations a ON a.id = s.association_id
    JOIN runs r ON r.id = s.run_id JOIN conventions c ON c.id = r.convention_id`,
  columns: [
    {
      key: 'number',
      label: 'Relevé',
      kind: 'code',
      heads: true,
      href: ({ id }) => `/releves/${id}`,
    },
    { key: 'association', label: 'Code', kind: 'code' },
    { key: 'name', label: 'Association' },
    { key: 'convention', label: 'Convention', kind: 'code' },
    { key: 'run', label: 'Campagne', kind: 'code', href: ({ runId }) => `/campagnes/${runId}` },
    { key: 'issuedOn', label: 'Émis le', kind: 'day' },
    { key: 'totalCents', label: 'Total', kind: 'cents' },
    { key: 'payableCents', label: 'À payer', kind: 'cents' },
    { key: 'payment', label: 'Paiement', kind: 'state', states: PAYMENT_STATES },
  ],
  filters: [
    {
      name: 'q',
      label: 'Relevé ou association',
      kind: 'contains',
      columns: ['number', 'association', 'name'],
    },
    conventionFilter,
    { name: 'campagne', label: 'Campagne', kind: 'contains', columns: ['run'] },
    {
      name: 'paiement',
      label: 'Paiement',
      kind: 'choice',
      column: 'payment',
      choices: () => Object.entries(PAYMENT_STATES).map(([value, { label }]) => ({ value, label })),
    },
    { name: 'du', label: 'Émis du', kind: 'from', column: 'issuedOn' },
    { name: 'au', label: 'au', kind: 'until', column: 'issuedOn' },
  ],
  order: '-id',
  sum: { key: 'totalCents', label: 'Total' },
  empty:
    'Aucun relevé\u00a0: l’émission d’une campagne approuvée les numérote, un par association.',
}
