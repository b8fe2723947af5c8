import type { Cents } from '#app/shared/cents'

/** One side of an entry: exactly one of debit and credit is above zero. The auxiliary is the association. */
export interface Posting {
  account: string
  accountLabel: string
  auxiliary: string | null
  auxiliaryLabel: string | null
  debit: Cents
  credit: Cents
}
