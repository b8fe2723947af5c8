import type { StatementData } from '#app/statements/content/statement_data'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'

/** Everything an annual certificate prints, as plain values. */
export interface AttestationData {
  year: number
  /** Last day that it speaks of: the year’s end, or the day of the last transfer while the year goes on. */
  until: Day
  fictitious: boolean
  federation: StatementData['federation']
  association: StatementData['association']
  /** In the order of the books. */
  payments: AttestedPayment[]
  /** Sum of the payments: what the books of the year say that the association received. */
  total: Cents
  /** Asked for in the year, and of which the bank has said nothing yet: not in the total. */
  asked: AskedPayment[]
  /** SHA-256 of the journal’s entry that the last of these statements carries, 64 hexadecimal digits. */
  chainHead: string
}

interface AttestedTransfer {
  statement: string
  issuedOn: Day
  /** Reference of the transfer, as the account’s statement shows it. */
  endToEndId: string
  convention: string
}

/** What an entry of the year did of a transfer: negative for money that came back, or that a mistake had counted. */
export interface AttestedPayment extends AttestedTransfer {
  deed: 'executed' | 'returned' | 'corrected'
  /** As the bank says; of a correction, the day it was made. */
  on: Day
  amount: Cents
}

export interface AskedPayment extends AttestedTransfer {
  askedFor: Day
  amount: Cents
}
