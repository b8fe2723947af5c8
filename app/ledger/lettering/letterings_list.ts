import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import type { List } from '#app/shared/screens/list'

interface LetteredRow {
  id: string
  auxiliary: string
  account: string
  entryId: number
  entryDate: Day
  pieceRef: string
  label: string
  debitCents: Cents
  creditCents: Cents
  balanceCents: Cents
  state: string
  code: string | null
  letteredOn: Day | null
}

/** Every posting of the associations’ accounts, with what letters it. */
export const letteringsList: List<LetteredRow> = {
  name: 'lettrage',
  caption: 'Imputations des comptes d’associations',
  noun: ['imputation', 'imputations'],
  sql: `SELECT l.entry_id || '-' || l.position AS id, l.auxiliary, l.account, l.entry_id AS "entryId",
      l.entry_date AS "entryDate", l.piece_ref AS "pieceRef", l.label, l.debit_cents AS "debitCents",
      l.credit_cents AS "creditCents", l.debit_cents - l.credit_cents AS "balanceCents",
      CASE WHEN t.id IS NULL THEN 'open' ELSE 'lettered' END AS state, t.code, t.lettered_on AS "letteredOn"
    FROM journal_lines l
    LEFT JOIN lettered_postings p ON p.entry_id = l.entry_id AND p.position = l.position
    LEFT JOIN letterings t ON t.id = p.lettering_id WHERE l.auxiliary IS NOT NULL`,
  columns: [
    {
      key: 'entryId',
      label: 'Écriture',
      kind: 'number',
      heads: true,
      href: ({ entryId }) => `/ecritures/${entryId}`,
    },
    { key: 'auxiliary', label: 'Association', kind: 'code' },
    { key: 'account', label: 'Compte', kind: 'code' },
    { key: 'entryDate', label: 'Date', kind: 'day' },
    { key: 'pieceRef', label: 'Pièce', kind: 'code' },
    { key: 'label', label: 'Libellé' },
    { key: 'debitCents', label: 'Débit', kind: 'cents' },
    { key: 'creditCents', label: 'Crédit', kind: 'cents' },
    { key: 'code', label: 'Lettrage', kind: 'code' },
    { key: 'letteredOn', label: 'Lettré le', kind: 'day' },
  ],
  filters: [
    {
      name: 'etat',
      label: 'Lettrage',
      kind: 'choice',
      column: 'state',
      choices: () => [
        { value: 'open', label: 'non lettré' },
        { value: 'lettered', label: 'lettré' },
      ],
    },
    {
      name: 'q',
      label: 'Association, pièce ou lettrage',
      kind: 'contains',
      columns: ['auxiliary', 'pieceRef', 'code'],
    },
    { name: 'du', label: 'Du', kind: 'from', column: 'entryDate' },
    { name: 'au', label: 'au', kind: 'until', column: 'entryDate' },
  ],
  order: '-entryId',
  sum: { key: 'balanceCents', label: 'Solde (débit moins crédit)' },
  empty: 'Aucune imputation\u00a0: l’émission d’un relevé passe la première.',
}
