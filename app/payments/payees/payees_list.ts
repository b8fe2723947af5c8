import { MASKED_IBAN } from '#app/network/bank_accounts/masked_iban'
import { PAYEE_LABELS, payeeLabel } from '#app/network/bank_accounts/payee_labels'
import type { List } from '#app/shared/screens/list'

interface PayeeRow {
  id: number
  association: string
  holder: string
  knownName: string | null
  account: string
  result: string
  order: string | null
  checkedAt: Date
  decided: string
}

const DECIDED = {
  waiting: { label: 'à confirmer', tone: 'waiting' },
  blocked: { label: 'aucun ordre ne le paie', tone: 'alert' },
  confirmed: { label: 'confirmé', tone: 'good' },
  replaced: { label: 'compte remplacé', tone: 'calm' },
  older: { label: 'revérifié depuis', tone: 'calm' },
  last: { label: 'en vigueur', tone: 'calm' },
} as const

/** What banks said of the holders of accounts. */
export const payeesList: List<PayeeRow> = {
  name: 'beneficiaires',
  caption: 'Vérifications du bénéficiaire',
  noun: ['vérification', 'vérifications'],
  sql: `SELECT p.id, a.code AS association, b.holder, p.known_name AS "knownName",
      ${MASKED_IBAN} AS account, p.result, o.message_id AS order,
      p.checked_at AS "checkedAt",
      CASE WHEN b.replaced_at IS NOT NULL THEN 'replaced'
        WHEN EXISTS (SELECT 1 FROM payee_checks n JOIN bank_statuses ns ON ns.id = n.status_id
          WHERE n.bank_account_id = p.bank_account_id AND ns.bank_file_id > s.bank_file_id) THEN 'older'
        WHEN d.check_id IS NOT NULL THEN 'confirmed' WHEN p.result = 'RCVC' THEN 'last'
        ELSE CASE coalesce((SELECT payee_policy ->> p.result FROM settings), 'confirm')
          WHEN 'confirm' THEN 'waiting' WHEN 'block' THEN 'blocked' ELSE 'last' END END AS decided
    FROM payee_checks p JOIN bank_accounts b ON b.id = p.bank_account_id JOIN associations a ON a.id = b.association_id
    JOIN bank_statuses s ON s.id = p.status_id LEFT JOIN payee_decisions d ON d.check_id = p.id LEFT JOIN transfers t ON t.id = p.transfer_id
    LEFT JOIN transfer_orders o ON o.id = t.transfer_order_id`,
  columns: [
    {
      key: 'association',
      label: 'Association',
      kind: 'code',
      heads: true,
      href: ({ id }) => `/beneficiaires/${id}`,
    },
    { key: 'holder', label: 'Titulaire enregistré' },
    { key: 'knownName', label: 'Nom connu de la banque' },
    { key: 'account', label: 'Compte', kind: 'code' },
    { key: 'result', label: 'Réponse', words: ({ result }) => payeeLabel(result).label },
    { key: 'order', label: 'Ordre', kind: 'code' },
    { key: 'checkedAt', label: 'Vérifié', kind: 'instant' },
    { key: 'decided', label: 'Suite', kind: 'state', states: DECIDED },
  ],
  filters: [
    {
      name: 'q',
      label: 'Association ou nom',
      kind: 'contains',
      columns: ['association', 'holder', 'knownName'],
    },
    {
      name: 'reponse',
      label: 'Réponse',
      kind: 'choice',
      column: 'result',
      choices: () => Object.entries(PAYEE_LABELS).map(([value, { label }]) => ({ value, label })),
    },
    {
      name: 'suite',
      label: 'Suite',
      kind: 'choice',
      column: 'decided',
      choices: () => Object.entries(DECIDED).map(([value, { label }]) => ({ value, label })),
    },
  ],
  order: '-id',
  empty:
    'Aucune vérification\u00a0: importez le compte rendu que la banque fait des bénéficiaires d’un ordre.',
}
