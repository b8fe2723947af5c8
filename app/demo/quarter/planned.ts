import type { Outcome } from '#app/reconciliation/match'
import type { FindingCode } from '#app/reconciliation/findings/finding_codes'
import type { Day } from '#app/shared/day'

/** A saisine of the demo, codes and not labels; conventions and associations by their codes. */
export interface PlannedSaisine {
  reference: string
  convention: string
  association: string
  openedOn: Day
  channel: string
  department: string
  beneficiary: string
  mandate: string
  facts: string
  event: string | null
}

/** A return form of the demo, and what the reconciliation must find in it. */
export interface PlannedForm {
  reference: string
  association: string
  convention: string
  receivedOn: Day
  firstContactOn: Day | null
  lastActOn: Day | null
  outcome: string
  /** Service code and number of acts; a service left blank has no entry. */
  quantities: Array<readonly [serviceCode: string, quantity: number]>
  memoDeVie: boolean | null
  note: string
  /** Sent after the regional files, with the other forgotten and repeated ones. */
  late: boolean
  expected: ExpectedMatch
}

export interface ExpectedMatch {
  readonly outcome: Outcome
  /** In the order of the codes. */
  readonly findings: readonly FindingCode[]
}

/** What was decided for the forms, counted: what the screens must show once all is imported. */
export interface ExpectedCounts {
  readonly saisines: number
  readonly forms: number
  /** Forms by outcome. */
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>
  /**
   * Findings by code. FICHE_MANQUANTE counts the saisines that no form names under their own
   * convention: it is reached once every deadline is over.
   */
  readonly findings: Readonly<Partial<Record<FindingCode, number>>>
}

export interface QuarterPlan {
  readonly quarterStart: Day
  readonly saisines: readonly PlannedSaisine[]
  readonly forms: readonly PlannedForm[]
  /** Service codes of all the barèmes, in their order: the columns of the forms. */
  readonly services: readonly string[]
  /** No form is received later: a demo played before that day would hold forms of the future. */
  readonly lastReceivedOn: Day
  readonly expected: ExpectedCounts
}
