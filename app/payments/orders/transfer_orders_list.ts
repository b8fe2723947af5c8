import type { List } from '#app/shared/screens/list'

interface TransferOrderRow {
  id: number
  messageId: string
  executionDate: string
  transfers: number
  totalCents: number
  who: string
  createdAt: Date
}

/** Every order of transfers. */
export const transferOrdersList: List<TransferOrderRow> = {
  name: 'ordres',
  caption: 'Ordres de virement',
  noun: ['ordre', 'ordres'],
  sql: `SELECT o.id, o.message_id AS "messageId", o.execution_date AS "executionDate", o.transfer_count AS transfers,
      o.total_cents AS "totalCents", u.full_name AS who, o.created_at AS "createdAt"
    FROM transfer_orders o JOIN users u ON u.id = o.created_by`,
  columns: [
    {
      key: 'messageId',
      label: 'Ordre',
      kind: 'code',
      heads: true,
      href: ({ id }) => `/ordres/${id}`,
    },
    { key: 'executionDate', label: 'Exécution', kind: 'day' },
    { key: 'transfers', label: 'Virements', kind: 'number' },
    { key: 'totalCents', label: 'Total', kind: 'cents' },
    { key: 'who', label: 'Écrit par' },
    { key: 'createdAt', label: 'Écrit', kind: 'instant' },
  ],
  filters: [
    { name: 'q', label: 'Ordre', kind: 'contains', columns: ['messageId'] },
    { name: 'du', label: 'Exécution du', kind: 'from', column: 'executionDate' },
    { name: 'au', label: 'au', kind: 'until', column: 'executionDate' },
  ],
  order: '-id',
  sum: { key: 'totalCents', label: 'Total' },
  empty:
    'Aucun ordre de virement\u00a0: émettez une campagne, puis préparez l’ordre qui paie ses relevés.',
}
