import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'

/**
 * Everything a statement prints, as plain values: the PDF, the workbook and the JSON attached to
 * the PDF all come from here and from nowhere else, so they cannot disagree.
 */
export interface StatementData {
  number: string
  issuedOn: Day
  /** ISO instant: the documents' creation date, so that the same statement gives the same bytes. */
  issuedAt: string
  fictitious: boolean
  federation: StatementFederation
  association: { code: string; name: string; siret: string | null; address: string[] }
  /** Null while no account is approved: the statement says so, and nothing is transferred. */
  account: { maskedIban: string; holder: string } | null
  convention: { code: string; title: string; funder: string }
  run: { code: string; until: Day }
  lines: StatementLine[]
  corrections: StatementCorrection[]
  /** What an earlier statement left over, most often a debt of the association (negative). */
  carriedForward: { fromStatement: string; amount: Cents } | null
  /** What a shared envelope takes off, or gives back of an earlier one; absent when none was shared. */
  shares?: StatementShare[]
  rejected: RejectedForm[]
  /** Lines + corrections + carried forward + shares; may be negative. */
  total: Cents
  /** What the transfer pays: never negative. */
  payable: Cents
  /** What goes to the next statement: total − payable. */
  carried: Cents
  /** SHA-256 of the journal's last entry, 64 hexadecimal digits. */
  chainHead: string
}

export interface StatementFederation {
  name: string
  siren: string
  address: string[]
  legalMentions: string[]
}

export interface StatementLine {
  reference: string
  saisineOn: Day
  firstContactOn: Day | null
  lastActOn: Day | null
  serviceCode: string
  serviceLabel: string
  unit: ServiceUnit
  quantityAsked: number
  quantityRetained: number
  unitAmount: Cents
  /** What the rules take off the line, zero or more. */
  reduction: Cents
  amount: Cents
  /** For example "plafond de 5 appliqué". */
  note: string | null
}

export type ServiceUnit = 'per_saisine' | 'per_act'

export interface StatementCorrection {
  reference: string
  serviceLabel: string
  correctsStatement: string
  correctsLine: number
  due: Cents
  alreadyPaid: Cents
  amount: Cents
  reason: string
}

export interface StatementShare {
  kind: 'arrears' | 'abatement'
  label: string
  reason: string
  amount: Cents
}

export interface RejectedForm {
  reference: string
  receivedOn: Day
  code: string
  message: string
  remedy: string
}

/** One run's workbook: its statements in summary, and every line and refusal behind them. */
export interface RunData {
  code: string
  convention: StatementData['convention']
  until: Day
  issuedOn: Day
  issuedAt: string
  fictitious: boolean
  federation: StatementFederation
  statements: RunStatement[]
  schedules: RunSchedule[]
  /** Totals reached by two roads: a difference stops the run, and the workbook shows both. */
  controls: { label: string; expected: Cents; found: Cents }[]
  findings: { code: string; label: string; count: number }[]
  /** Read once, in the order of the sheets; may hold tens of thousands of lines. */
  details: Iterable<RunStatementDetail>
}

export interface RunStatement {
  number: string
  associationCode: string
  associationName: string
  lineCount: number
  total: Cents
  payable: Cents
  carried: Cents
  heldReason: string | null
}

export interface RunStatementDetail {
  number: string
  associationCode: string
  associationName: string
  lines: StatementLine[]
  corrections: StatementCorrection[]
  carriedForward: StatementData['carriedForward']
  shares?: StatementShare[]
  rejected: RejectedForm[]
}

export interface RunSchedule {
  label: string
  from: Day
  to: Day | null
  serviceCode: string
  serviceLabel: string
  unit: ServiceUnit
  amount: Cents
  cap: number | null
}
