import type { List } from '#app/shared/screens/list'
import { rows } from '#app/shared/rows'

interface EntryRow {
  id: number
  journal: string
  entryDate: string
  pieceRef: string
  statementId: number | null
  label: string
  auxiliary: string | null
  debitCents: number
  creditCents: number
}

/** The journal’s entries in the order of their numbers, the last first. */
export const entriesList: List<EntryRow> = {
  name: 'ecritures',
  caption: 'Écritures du journal',
  noun: ['écriture', 'écritures'],
  sql: `SELECT e.id, e.journal_code AS journal, e.entry_date AS "entryDate", e.piece_ref AS "pieceRef",
      e.statement_id AS "statementId", e.label,
      (SELECT string_agg(DISTINCT p.auxiliary, ', ') FROM journal_postings p WHERE p.entry_id = e.id) AS auxiliary,
      (SELECT sum(p.debit_cents)::bigint FROM journal_postings p WHERE p.entry_id = e.id) AS "debitCents",
      (SELECT sum(p.credit_cents)::bigint FROM journal_postings p WHERE p.entry_id = e.id) AS "creditCents"
    FROM journal_entries e`,
  columns: [
    { key: 'id', label: 'N°', kind: 'number', heads: true, href: ({ id }) => `/ecritures/${id}` },
    { key: 'journal', label: 'Journal', kind: 'code' },
    { key: 'entryDate', label: 'Date', kind: 'day' },
    {
      key: 'pieceRef',
      label: 'Pièce',
      kind: 'code',
      href: ({ statementId }) => (statementId === null ? '/versements' : `/releves/${statementId}`),
    },
    { key: 'label', label: 'Libellé' },
    { key: 'auxiliary', label: 'Association', kind: 'code' },
    { key: 'debitCents', label: 'Débit', kind: 'cents' },
    { key: 'creditCents', label: 'Crédit', kind: 'cents' },
  ],
  filters: [
    {
      name: 'q',
      label: 'Pièce, libellé ou association',
      kind: 'contains',
      columns: ['pieceRef', 'label', 'auxiliary'],
    },
    {
      name: 'journal',
      label: 'Journal',
      kind: 'choice',
      column: 'journal',
      choices: () =>
        rows<{ value: string; label: string }>(
          `SELECT DISTINCT journal_code AS value, journal_code || ' ' || journal_label AS label FROM journal_entries ORDER BY 1`
        ),
    },
    { name: 'du', label: 'Du', kind: 'from', column: 'entryDate' },
    { name: 'au', label: 'au', kind: 'until', column: 'entryDate' },
  ],
  order: '-id',
  sum: { key: 'debitCents', label: 'Somme des débits' },
  empty: 'Aucune écriture\u00a0: l’émission d’un relevé passe la sienne.',
}
