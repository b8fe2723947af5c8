import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'

export type BankFormat = 'pain.002' | 'camt.053' | 'camt.054' | 'cfonb120'

export type BankAnswerKind = 'payee_check' | 'payment_status' | 'statement' | 'notification'

/**
 * What one bank file says, as it stands: nothing is compared with our books here. Codes are the bank’s own text, known
 * or not. A pain.002 fills `groupStatus`, `lots`, `statuses` and `checks`; the others fill `reports`.
 */
export interface BankAnswer {
  format: BankFormat
  /** The message’s whole name ('camt.053.001.08'), or 'cfonb120'. */
  version: string
  kind: BankAnswerKind
  /** The bank’s own name for the file; null in CFONB 120, which has none. */
  messageId: string | null
  /** As the bank wrote it ('2026-11-25T06:00:00+01:00'); null in CFONB 120. */
  createdAt: string | null
  /** The MsgId of the pain.001 that a pain.002 answers. */
  originalMessageId: string | null
  /** Transfers and total of that order, as the bank counted them; null when it does not repeat them. */
  originalCount: number | null
  originalSum: Cents | null
  /** On the whole order (GrpSts): a positive answer may list nothing else. */
  groupStatus: string | null
  groupReasons: readonly StatusReason[]
  lots: readonly LotStatus[]
  /** Transfers listed one by one: under PART, only the rejected ones may be. */
  statuses: readonly TransferStatus[]
  checks: readonly PayeeCheck[]
  /** One per account and statement of the file, in its order. */
  reports: readonly AccountReport[]
  /** Sentences in French on what was read with reserve: currency, missing balance, unchecked sums. */
  notices: readonly string[]
}

export interface StatusReason {
  /** ISO external code ('AC04'), kept as written when unknown. */
  code: string | null
  proprietary: string | null
  text: string | null
}

/** Status of a whole PmtInf of the order. */
export interface LotStatus {
  originalPmtInfId: string
  status: string | null
  reasons: readonly StatusReason[]
}

/** Status of one transfer; ids are null when the bank leaves them out. */
export interface TransferStatus {
  originalPmtInfId: string | null
  endToEndId: string | null
  instructionId: string | null
  /** ACTC, ACCP, ACSP, ACSC, ACWC, PDNG, RJCT… or what the bank wrote. */
  status: string
  reasons: readonly StatusReason[]
  /** Hundredths of `currency`; null when the bank does not repeat the order. */
  amount: Cents | null
  currency: string | null
  executionDay: Day | null
}

/** Verification of payee of one transfer. RCVC match, RVMC close match, RVNM no match, RVNA not possible. */
export interface PayeeCheck {
  originalPmtInfId: string | null
  endToEndId: string | null
  instructionId: string | null
  result: string
  /** The account’s holder as its bank knows it: told with a close match only. */
  trueName: string | null
  iban: string | null
  reasons: readonly StatusReason[]
}

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
