import type { StatusReason } from '#app/payments/answers/reason_text'
import type { AccountReport } from '#app/payments/answers/account_report'
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
