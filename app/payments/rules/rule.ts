import type { Pain001File } from '#app/payments/pain001/open_pain001'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'

/** A transfer already sent to the bank, to recognise a payment made twice. */
export interface RecentPayment {
  iban: string
  amount: Cents
  executionDate: Day
  endToEndId: string
}

export interface RuleContext {
  today: Day
  /** EndToEndIds of every file issued before, whatever became of it. */
  usedEndToEndIds: ReadonlySet<string>
  recentPayments: readonly RecentPayment[]
}

/** One place that breaks a rule, in French: where it is, then what is wrong and how to mend it. */
export interface RuleFinding {
  where: string
  message: string
}

/** An error forbids the file; a warning asks the operator to look. */
export interface Rule {
  code: string
  level: 'error' | 'warning'
  check: (file: Pain001File, context: RuleContext) => Iterable<RuleFinding>
}

export const HEADER = 'en-tête du fichier (GrpHdr)'
export const LOT = 'lot de virements (PmtInf)'
