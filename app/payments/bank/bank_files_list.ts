import { ANSWER_KINDS } from '#app/payments/bank/bank_words'
import type { List } from '#app/shared/screens/list'

interface BankFileRow {
  id: number
  fileName: string
  kind: string
  version: string
  transfers: number
  open: number
  who: string
  importedAt: Date
}

/** Every file that the bank sent. */
export const bankFilesList: List<BankFileRow> = {
  name: 'reponses-banque',
  caption: 'Réponses de la banque',
  noun: ['fichier', 'fichiers'],
  sql: `SELECT f.id, f.file_name AS "fileName", f.kind, f.version, u.full_name AS who, f.imported_at AS "importedAt",
      (SELECT count(*) FROM transfer_moves m LEFT JOIN bank_parts p ON p.id = m.part_id
        LEFT JOIN bank_movements l ON l.id = p.movement_id LEFT JOIN bank_statuses s ON s.id = m.status_id
        WHERE coalesce(l.bank_file_id, s.bank_file_id) = f.id) AS transfers,
      (SELECT count(*) FROM bank_items i LEFT JOIN bank_parts p ON p.id = i.part_id
        LEFT JOIN bank_movements l ON l.id = p.movement_id LEFT JOIN bank_statuses s ON s.id = i.status_id
        WHERE i.resolution IS NULL AND coalesce(l.bank_file_id, s.bank_file_id) = f.id) AS open
    FROM bank_files f JOIN users u ON u.id = f.imported_by`,
  columns: [
    {
      key: 'fileName',
      label: 'Fichier',
      heads: true,
      href: ({ id }) => `/reponses-banque/${id}`,
    },
    { key: 'kind', label: 'Ce que c’est', kind: 'state', states: ANSWER_KINDS },
    { key: 'version', label: 'Format', kind: 'code' },
    { key: 'transfers', label: 'Virements suivis', kind: 'number' },
    { key: 'open', label: 'À rapprocher', kind: 'number' },
    { key: 'who', label: 'Importé par' },
    { key: 'importedAt', label: 'Importé', kind: 'instant' },
  ],
  filters: [
    { name: 'q', label: 'Fichier', kind: 'contains', columns: ['fileName'] },
    {
      name: 'nature',
      label: 'Ce que c’est',
      kind: 'choice',
      column: 'kind',
      choices: () => Object.entries(ANSWER_KINDS).map(([value, { label }]) => ({ value, label })),
    },
    { name: 'suspens', label: 'Avec des suspens', kind: 'flag', sql: 'open > 0' },
  ],
  order: '-id',
  empty:
    'Aucune réponse de la banque\u00a0: importez le compte rendu ou le relevé de compte qu’elle envoie.',
}
