import type { List, StateLabel } from '#app/shared/screens/list'

interface RunAssociationRow {
  id: number
  code: string
  name: string
  saisines: number
  lines: number
  totalCents: number
  state: string
  statement: string | null
  statementId: number | null
}

const STATES: Readonly<Record<string, StateLabel>> = {
  held: { label: 'retenue', tone: 'alert' },
  owing: { label: 'solde négatif', tone: 'waiting' },
  issued: { label: 'relevé émis', tone: 'good' },
  due: { label: 'à régler', tone: 'calm' },
}

/** The lines of a run by association: each leads to its lines. */
export function runAssociationsList(runId: number): List<RunAssociationRow> {
  return {
    name: 'campagne-associations',
    caption: 'Lignes par association',
    noun: ['association', 'associations'],
    sql: `SELECT a.id, a.code, a.name, t.saisines, t.lines, t.total_cents AS "totalCents",
        CASE WHEN h.id IS NOT NULL THEN 'held' WHEN t.total_cents < 0 THEN 'owing' WHEN s.id IS NOT NULL THEN 'issued' ELSE 'due' END AS state,
        s.number AS statement, s.id AS "statementId"
      FROM run_associations t JOIN associations a ON a.id = t.association_id
      LEFT JOIN statements s ON s.run_id = t.run_id AND s.association_id = a.id
      LEFT JOIN run_holds h ON h.run_id = t.run_id AND h.association_id = a.id AND h.released_at IS NULL
      WHERE t.run_id = ?`,
    bindings: [runId],
    columns: [
      {
        key: 'code',
        label: 'Code',
        kind: 'code',
        heads: true,
        href: ({ code }) => `/campagnes/${runId}/lignes?association=${encodeURIComponent(code)}`,
      },
      { key: 'name', label: 'Association' },
      { key: 'saisines', label: 'Saisines', kind: 'number' },
      { key: 'lines', label: 'Lignes', kind: 'number' },
      { key: 'totalCents', label: 'Somme', kind: 'cents' },
      { key: 'state', label: 'État', kind: 'state', states: STATES },
      {
        key: 'statement',
        label: 'Relevé',
        kind: 'code',
        href: ({ statementId }) => (statementId === null ? null : `/releves/${statementId}`),
      },
    ],
    filters: [
      { name: 'q', label: 'Association', kind: 'contains', columns: ['code', 'name'] },
      {
        name: 'etat',
        label: 'État',
        kind: 'choice',
        column: 'state',
        choices: () => Object.entries(STATES).map(([value, { label }]) => ({ value, label })),
      },
    ],
    order: 'code',
    sum: { key: 'totalCents', label: 'Somme' },
    empty: 'Aucune ligne\u00a0: le calcul les écrira, une association après l’autre.',
  }
}
