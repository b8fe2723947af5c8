import { payeeLabel } from '#app/network/payee_labels'
import { reasonText } from '#app/payments/answers/reason_text'
import { PAYMENT_STATES } from '#app/statements/payment_states'
import type { List } from '#app/shared/screens/list'

const STATES = ['issued', 'accepted', 'executed', 'rejected', 'returned'] as const

interface TransferRow {
  id: number
  endToEndId: string
  association: string
  holder: string
  iban: string
  statement: string
  statementId: number
  amountCents: number
  state: string
  movedOn: string | null
  reason: string | null
  reasonCode: string | null
  payee: string | null
}

/** The transfers of one order, each IBAN masked. */
export function transfersList(orderId: number): List<TransferRow> {
  return {
    name: 'ordre-virements',
    caption: 'Virements de l’ordre',
    noun: ['virement', 'virements'],
    sql: `SELECT t.id, t.end_to_end_id AS "endToEndId", a.code AS association, b.holder,
        b.iban_country || '•• •••• •••• ' || b.iban_last4 AS iban, s.number AS statement, s.id AS "statementId",
        t.amount_cents AS "amountCents", t.state, m.moved_on AS "movedOn", m.reason_text AS reason,
        m.reason_code AS "reasonCode", (SELECT result FROM payee_checks p WHERE p.transfer_id = t.id
          ORDER BY p.id DESC LIMIT 1) AS payee
      FROM transfers t LEFT JOIN transfer_moves m ON m.transfer_id = t.id AND m.state = t.state JOIN statements s ON s.id = t.statement_id
      JOIN associations a ON a.id = s.association_id JOIN bank_accounts b ON b.id = t.bank_account_id
      WHERE t.transfer_order_id = ?`,
    bindings: [orderId],
    columns: [
      { key: 'endToEndId', label: 'Référence', kind: 'code', heads: true },
      { key: 'association', label: 'Association', kind: 'code' },
      { key: 'holder', label: 'Titulaire' },
      { key: 'iban', label: 'Compte', kind: 'code' },
      {
        key: 'statement',
        label: 'Relevé',
        kind: 'code',
        href: ({ statementId }) => `/releves/${statementId}`,
      },
      { key: 'amountCents', label: 'Montant', kind: 'cents' },
      { key: 'state', label: 'État', kind: 'state', states: PAYMENT_STATES },
      { key: 'movedOn', label: 'Le', kind: 'day' },
      { key: 'reason', label: 'Raison de la banque', words: reasonOf },
      {
        key: 'payee',
        label: 'Bénéficiaire',
        words: ({ payee }) => (payee === null ? '' : payeeLabel(payee).label),
      },
    ],
    filters: [
      {
        name: 'q',
        label: 'Association, titulaire ou référence',
        kind: 'contains',
        columns: ['association', 'holder', 'endToEndId', 'statement'],
      },
      {
        name: 'etat',
        label: 'État',
        kind: 'choice',
        column: 'state',
        choices: () => STATES.map((value) => ({ value, label: PAYMENT_STATES[value]!.label })),
      },
    ],
    order: 'endToEndId',
    sum: { key: 'amountCents', label: 'Total' },
    empty: 'Aucun virement.',
  }
}

function reasonOf({ reasonCode, reason }: TransferRow): string {
  if (reasonCode === null && reason === null) return ''
  return reasonText({ code: reasonCode, proprietary: null, text: reason })
}
