import type { Flow } from '#app/ledger/flow/flow'

/** The lines of a use of funds, in the order they are read: received = paid + to pay + left. */
export const FLOW_ROWS: readonly (readonly [key: keyof Flow, label: string])[] = [
  ['received', 'Reçu du financeur'],
  ['paid', 'Payé aux associations'],
  ['toPay', 'Reste à payer aux associations'],
  ['left', 'Reste à employer'],
]
