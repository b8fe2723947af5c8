import {
  ACCOUNT_STATE,
  ACCOUNT_STATES,
  CHANGED_SINCE,
  SAME_ELSEWHERE,
} from '#app/network/account_states'
import type { List } from '#app/shared/screens/list'

interface AccountRow {
  id: number
  associationId: number
  code: string
  association: string
  holder: string
  iban: string
  state: string
  proposedAt: Date
  payableFrom: Date | null
  changed: string
  same: string
}

const FLAG = {
  yes: { label: 'oui', tone: 'alert' },
  no: { label: 'non', tone: 'calm' },
} as const

/** Where associations are paid, and asked to be. An IBAN is never shown whole. */
export const bankAccountsList: List<AccountRow> = {
  name: 'coordonnees-bancaires',
  caption: 'Coordonnées bancaires',
  noun: ['compte', 'comptes'],
  sql: `SELECT b.id, a.id AS "associationId", a.code, a.name AS association, b.holder,
      b.iban_country || '•• •••• ' || b.iban_last4 AS iban, ${ACCOUNT_STATE} AS state, b.proposed_at AS "proposedAt",
      b.payable_from AS "payableFrom", CASE WHEN ${CHANGED_SINCE} THEN 'yes' ELSE 'no' END AS changed,
      CASE WHEN ${SAME_ELSEWHERE} THEN 'yes' ELSE 'no' END AS same
    FROM bank_accounts b JOIN associations a ON a.id = b.association_id`,
  columns: [
    {
      key: 'iban',
      label: 'Compte',
      kind: 'code',
      heads: true,
      href: ({ id }) => `/coordonnees-bancaires/${id}`,
    },
    { key: 'state', label: 'État', kind: 'state', states: ACCOUNT_STATES },
    {
      key: 'code',
      label: 'Code',
      kind: 'code',
      href: ({ associationId }) => `/associations/${associationId}`,
    },
    { key: 'association', label: 'Association' },
    { key: 'holder', label: 'Titulaire' },
    { key: 'proposedAt', label: 'Proposée le', kind: 'instant' },
    { key: 'payableFrom', label: 'Utilisable dès le', kind: 'instant' },
    { key: 'changed', label: 'Changée depuis le dernier relevé', kind: 'state', states: FLAG },
    { key: 'same', label: 'Même IBAN ailleurs', kind: 'state', states: FLAG },
  ],
  filters: [
    {
      name: 'q',
      label: 'Association, titulaire, fin d’IBAN',
      kind: 'contains',
      columns: ['code', 'association', 'holder', 'iban'],
    },
    {
      name: 'etat',
      label: 'État',
      kind: 'choice',
      column: 'state',
      choices: () => Object.entries(ACCOUNT_STATES).map(([value, { label }]) => ({ value, label })),
    },
    {
      name: 'changee',
      label: 'Changée depuis le dernier relevé',
      kind: 'flag',
      sql: `changed = 'yes'`,
    },
    { name: 'meme', label: 'Même IBAN ailleurs', kind: 'flag', sql: `same = 'yes'` },
  ],
  order: '-proposedAt',
  empty: 'Aucune association n’a encore donné de coordonnées bancaires.',
}
