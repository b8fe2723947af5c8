import { LINE_OUTCOMES } from '#app/payments/bank/bank_words'
import { statusWords, type StatusLevel } from '#app/payments/bank/status_words'
import type { List } from '#app/shared/screens/list'

interface BankLineRow {
  id: number
  saidOn: string
  words: string | null
  status: string | null
  level: StatusLevel | null
  reference: string | null
  amountCents: number | null
  outcome: string
  transfers: number
  itemId: number | null
}

/** All that one file says, line by line, with what became of each. */
export function bankLinesList(fileId: number): List<BankLineRow> {
  return {
    name: 'reponse-lignes',
    caption: 'Ce que dit le fichier',
    noun: ['ligne', 'lignes'],
    sql: `SELECT p.id * 2 AS id, m.booked_on AS "saidOn", coalesce(p.label, p.counterparty, m.label) AS words,
        NULL AS status, NULL AS level, coalesce(p.end_to_end_id, p.lot_id) AS reference, p.amount_cents AS "amountCents", i.id AS "itemId",
        (SELECT count(*) FROM transfer_moves t WHERE t.part_id = p.id) AS transfers,
        CASE WHEN i.id IS NOT NULL AND i.resolution IS NULL THEN 'open'
          ELSE coalesce((SELECT min(t.state) FROM transfer_moves t WHERE t.part_id = p.id), i.resolution) END AS outcome
      FROM bank_parts p JOIN bank_movements m ON m.id = p.movement_id LEFT JOIN bank_items i ON i.part_id = p.id
      WHERE m.bank_file_id = ?
      UNION ALL
      SELECT s.id * 2 + 1, s.said_on, s.reason_text, s.status, s.level,
        coalesce(s.end_to_end_id, s.instruction_id, s.lot_id, s.order_id), s.amount_cents, i.id,
        (SELECT count(*) FROM transfer_moves t WHERE t.status_id = s.id),
        CASE WHEN i.id IS NOT NULL AND i.resolution IS NULL THEN 'open' WHEN s.level = 'check' THEN 'check'
          ELSE coalesce((SELECT min(t.state) FROM transfer_moves t WHERE t.status_id = s.id), i.resolution, 'noted') END
      FROM bank_statuses s LEFT JOIN bank_items i ON i.status_id = s.id WHERE s.bank_file_id = ?`,
    bindings: [fileId, fileId],
    columns: [
      { key: 'reference', label: 'Référence', kind: 'code', heads: true },
      { key: 'saidOn', label: 'Jour', kind: 'day' },
      { key: 'words', label: 'Ce que dit la banque', words: said },
      { key: 'amountCents', label: 'Montant', kind: 'cents' },
      { key: 'transfers', label: 'Virements suivis', kind: 'number' },
      {
        key: 'outcome',
        label: 'Suite',
        kind: 'state',
        states: LINE_OUTCOMES,
        href: ({ itemId }) => (itemId === null ? null : `/suspens/${itemId}`),
      },
    ],
    filters: [
      { name: 'q', label: 'Référence ou mots', kind: 'contains', columns: ['reference', 'words'] },
      {
        name: 'suite',
        label: 'Suite',
        kind: 'choice',
        column: 'outcome',
        choices: () =>
          Object.entries(LINE_OUTCOMES).map(([value, { label }]) => ({ value, label })),
      },
    ],
    order: 'id',
    sum: { key: 'amountCents', label: 'Somme' },
    empty: 'Ce fichier ne dit rien de neuf\u00a0: un autre l’avait déjà dit.',
  }
}

function said({ status, level, words }: BankLineRow): string {
  if (status === null) return words ?? ''
  return [statusWords(status, level!), words].filter(Boolean).join(', ')
}
