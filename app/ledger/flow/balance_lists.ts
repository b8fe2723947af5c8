import {
  ACCOUNT_BALANCES,
  ASSOCIATION_BALANCES,
  type AccountBalance,
  type AssociationBalance,
} from '#app/ledger/flow/balances'
import type { Day } from '#app/shared/day'
import { formatDay } from '#app/shared/french_format'
import type { Column, List } from '#app/shared/screens/list'

const MOVES = [
  { key: 'debitCents', label: 'Débit', kind: 'cents' },
  { key: 'creditCents', label: 'Crédit', kind: 'cents' },
  { key: 'balanceCents', label: 'Solde', kind: 'cents' },
] as const satisfies readonly Column<AccountBalance>[]

const EMPTY = 'Aucune écriture jusqu’à ce jour.'

/** The balance of accounts at the end of a day, as the files of the page have it. */
export function accountBalanceList(until: Day): List<AccountBalance> {
  return {
    name: `balance-comptes-${until}`,
    caption: `Balance au ${formatDay(until)}`,
    noun: ['compte', 'comptes'],
    sql: ACCOUNT_BALANCES,
    bindings: [until],
    columns: [
      { key: 'account', label: 'Compte', kind: 'code', heads: true },
      { key: 'label', label: 'Libellé' },
      ...MOVES,
    ],
    filters: [],
    order: 'account',
    empty: EMPTY,
  }
}

/** The same by association. */
export function associationBalanceList(until: Day): List<AssociationBalance> {
  return {
    name: `balance-associations-${until}`,
    caption: `Associations au ${formatDay(until)}`,
    noun: ['association', 'associations'],
    sql: ASSOCIATION_BALANCES,
    bindings: [until, until],
    columns: [
      { key: 'code', label: 'Association', kind: 'code', heads: true },
      { key: 'name', label: 'Nom' },
      { key: 'account', label: 'Compte', kind: 'code' },
      ...MOVES,
      { key: 'openCents', label: 'Dont non lettré', kind: 'cents' },
    ],
    filters: [],
    order: 'account',
    empty: EMPTY,
  }
}
