import { LINE_OUTCOMES } from '#app/payments/bank/bank_words'
import type { List } from '#app/shared/screens/list'

interface ItemRow {
  id: number
  message: string
  saidOn: string
  amountCents: number | null
  state: string
  fileName: string
  fileId: number
}

const STATES = ['open', 'matched', 'offset', 'receipt', 'debt', 'dismissed'] as const

/** What the bank told and nothing explained by itself: what waits, and what was done of it. */
export const itemsList: List<ItemRow> = {
  name: 'suspens',
  caption: 'Suspens de la banque',
  noun: ['suspens', 'suspens'],
  sql: `SELECT i.id, i.message, coalesce(m.booked_on, s.said_on) AS "saidOn",
      coalesce(p.amount_cents, s.amount_cents) AS "amountCents", coalesce(i.resolution, 'open') AS state,
      f.file_name AS "fileName", f.id AS "fileId"
    FROM bank_items i LEFT JOIN bank_parts p ON p.id = i.part_id LEFT JOIN bank_movements m ON m.id = p.movement_id
    LEFT JOIN bank_statuses s ON s.id = i.status_id
    JOIN bank_files f ON f.id = coalesce(m.bank_file_id, s.bank_file_id)`,
  columns: [
    { key: 'id', label: 'N°', kind: 'number', heads: true, href: ({ id }) => `/suspens/${id}` },
    { key: 'message', label: 'Ce qui ne va pas' },
    { key: 'saidOn', label: 'Jour', kind: 'day' },
    { key: 'amountCents', label: 'Montant', kind: 'cents' },
    { key: 'state', label: 'Suite', kind: 'state', states: LINE_OUTCOMES },
    { key: 'fileName', label: 'Fichier', href: ({ fileId }) => `/reponses-banque/${fileId}` },
  ],
  filters: [
    { name: 'q', label: 'Mots', kind: 'contains', columns: ['message', 'fileName'] },
    {
      name: 'suite',
      label: 'Suite',
      kind: 'choice',
      column: 'state',
      choices: () => STATES.map((value) => ({ value, label: LINE_OUTCOMES[value]!.label })),
    },
    { name: 'du', label: 'Du', kind: 'from', column: 'saidOn' },
    { name: 'au', label: 'au', kind: 'until', column: 'saidOn' },
  ],
  order: '-id',
  sum: { key: 'amountCents', label: 'Somme' },
  empty: 'Aucun suspens\u00a0: tout ce que la banque a dit a trouvé son virement.',
}
