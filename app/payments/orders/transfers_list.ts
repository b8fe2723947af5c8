import { MASKED_IBAN } from '#app/network/bank_accounts/masked_iban'
import { reasonText } from '#app/payments/answers/reason_text'
import { formatDay } from '#app/shared/french_format'
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
}

/** The transfers of one order, each IBAN masked. */
export function transfersList(orderId: number): List<TransferRow> {
  return {
    name: 'ordre-virements',
    caption: 'Virements de l’ordre',
    noun: ['virement', 'virements'],
    sql: `SELECT t.id, t.end_to_end_id AS "endToEndId", a.code AS association, b.holder,
        ${MASKED_IBAN} AS iban, s.number AS statement, s.id AS "statementId",
        t.amount_cents AS "amountCents", t.state, m.moved_on AS "movedOn", m.reason_text AS reason,
        m.reason_code AS "reasonCode"
      FROM transfers t LEFT JOIN transfer_moves m ON m.transfer_id = t.id AND m.state = t.state JOIN statements s ON s.id = t.statement_id
      JOIN associations a ON a.id = s.association_id JOIN bank_accounts b ON b.id = t.bank_account_id
      WHERE t.transfer_order_id = ?`,
    bindings: [orderId],
    columns: [
      {
        key: 'endToEndId',
        label: 'Référence',
        kind: 'code',
        heads: true,
        href: ({ statementId }) => `/releves/${statementId}`,
      },
      { key: 'association', label: 'Association', kind: 'code' },
      { key: 'holder', label: 'Titulaire' },
      { key: 'iban', label: 'Compte', kind: 'code' },
      { key: 'amountCents', label: 'Montant', kind: 'cents' },
      { key: 'state', label: 'État', kind: 'state', states: PAYMENT_STATES },
      { key: 'movedOn', label: 'Depuis le, et pourquoi', words: movedWords },
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

/** The day of its state, and the bank’s reason when it gave one. */
function movedWords({ movedOn, reasonCode, reason }: TransferRow): string {
  if (movedOn === null) return ''
  const day = formatDay(movedOn)
  if (reasonCode === null && reason === null) return day
  return `${day}. ${reasonText({ code: reasonCode, proprietary: null, text: reason })}`
}
