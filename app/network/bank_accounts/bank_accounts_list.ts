import { MASKED_IBAN } from '#app/network/bank_accounts/masked_iban'
import {
  ACCOUNT_STATE,
  ACCOUNT_STATES,
  CHANGED_SINCE,
  SAME_ELSEWHERE,
} from '#app/network/bank_accounts/account_states'
import type { List } from '#app/shared/screens/list'

interface AccountRow {
  id: number
  associationId: number
  code: string
  association: string
  holder: string
  iban: string
  state: string
  proposedOn: string
  payableFrom: Date | null
  warnings: string[]
}

/** Where associations are paid, and asked to be. An IBAN is never shown whole. */
export const bankAccountsList: List<AccountRow> = {
  name: 'coordonnees-bancaires',
  caption: 'Coordonnées bancaires',
  noun: ['compte', 'comptes'],
  sql: `SELECT b.id, a.id AS "associationId", a.code, a.name AS association, b.holder,
      ${MASKED_IBAN} AS iban, ${ACCOUNT_STATE} AS state,
      (b.proposed_at AT TIME ZONE 'Europe/Paris')::date AS "proposedOn", b.payable_from AS "payableFrom",
      array_remove(ARRAY[CASE WHEN ${CHANGED_SINCE} THEN 'changée depuis le dernier relevé' END,
        CASE WHEN ${SAME_ELSEWHERE} THEN 'même IBAN ailleurs' END], NULL) AS warnings
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
      key: 'association',
      label: 'Association',
      href: ({ associationId }) => `/associations/${associationId}`,
    },
    { key: 'holder', label: 'Titulaire' },
    { key: 'proposedOn', label: 'Proposée le', kind: 'day' },
    { key: 'payableFrom', label: 'Utilisable dès', kind: 'instant' },
    { key: 'warnings', label: 'À regarder' },
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
      sql: `'changée depuis le dernier relevé' = ANY(warnings)`,
    },
    {
      name: 'meme',
      label: 'Même IBAN ailleurs',
      kind: 'flag',
      sql: `'même IBAN ailleurs' = ANY(warnings)`,
    },
  ],
  order: '-proposedOn',
  empty: 'Aucune association n’a encore donné de coordonnées bancaires.',
}
