import type { StatusReason } from '#app/payments/answers/reason_text'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'

export interface Rib {
  bank: string
  branch: string
  number: string
}

export type BankAccountId = { iban: string } | { rib: Rib } | { other: string }

/** A statement or a notification on one account. */
export interface AccountReport {
  /** Number of the statement in its file’s own words; null in CFONB 120. */
  reference: string | null
  account: BankAccountId
  /** Of the account, ISO 4217; null when the bank does not tell. */
  currency: string | null
  opening: Balance | null
  closing: Balance | null
  movements: readonly Movement[]
}

export interface Balance {
  /** Null when CFONB leaves it blank. */
  day: Day | null
  /** Negative for an overdraft. */
  amount: Cents
  currency: string
}

/** What identifies and explains money that moved; of a movement, or of one line of its detail. */
export interface MoneyTrail {
  pmtInfId: string | null
  messageId: string | null
  endToEndId: string | null
  instructionId: string | null
  /** References whose kind is not told, where a lot’s or a transfer’s own may stand: all those of CFONB. */
  otherReferences: readonly string[]
  counterpartyName: string | null
  counterpartyIban: string | null
  /** Remittance or wording of the statement, in the bank’s words. */
  label: string | null
  /** Why the money came back, when it did. */
  returnReason: StatusReason | null
}

export interface MovementDetail extends MoneyTrail {
  /** The bank’s reference of this line. */
  bankReference: string | null
  /** Signed like the movement; null when the bank does not tell. */
  amount: Cents | null
  currency: string | null
  returned: boolean
}

/** One line of the account. Its trail is the detail’s when there is exactly one, else only what stands on the line. */
export interface Movement extends MoneyTrail {
  /**
   * Same for the same line in any file, different for any other line of the account: what makes a second import void.
   * 64 hexadecimal digits, from the bank’s reference, day and amount, else from all that is told.
   */
  fingerprint: string
  /** The bank’s reference (AcctSvcrRef, or CFONB’s number of the entry), when it gives one. */
  bankReference: string | null
  /** Only 'BOOK' moved money; 'PDNG' and 'INFO' announce. Another word is kept. */
  state: string
  bookingDay: Day | null
  valueDay: Day | null
  /** Signed hundredths of `currency`: a credit is positive. */
  amount: Cents
  currency: string
  /** What was ordered when it was in another currency. */
  foreign: { amount: Cents; currency: string } | null
  code: MovementCode
  /** The bank takes back an earlier line of the account. */
  reversal: boolean
  /** A transfer came back: ISO RRTN, a return reason, or CFONB’s reject code. */
  returned: boolean
  /** Transfers in the batch, as the bank counts them; null when it does not. */
  batchCount: number | null
  details: readonly MovementDetail[]
}

/** ISO family ('PMNT', 'ICDT', 'RRTN'), or CFONB’s two codes of operation. */
export type MovementCode =
  | { iso: { domain: string; family: string; subfamily: string } }
  | { cfonb: { interbank: string; internal: string; reject: string | null } }
  | { proprietary: string }
