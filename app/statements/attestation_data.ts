import type { StatementData } from '#app/statements/statement_data'
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
  /** In the order of their execution. */
  payments: AttestedPayment[]
  /** Sum of the payments. */
  total: Cents
  /** SHA-256 of the journal’s entry that the last of these statements carries, 64 hexadecimal digits. */
  chainHead: string
}

/** A transfer that was asked for, and that came back neither rejected nor returned. */
export interface AttestedPayment {
  statement: string
  issuedOn: Day
  executedOn: Day
  /** Reference of the transfer, as the account’s statement shows it. */
  endToEndId: string
  convention: string
  amount: Cents
}
