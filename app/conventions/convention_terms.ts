import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import type { Period } from '#app/shared/period'

/** What a convention says on a given day, its amendments applied: all that matching and pricing read. */
export interface ConventionTerms {
  readonly id: number
  readonly code: string
  readonly validity: Period
  /** The event whose day chooses the barème. */
  readonly priceDate: 'saisine' | 'first_contact'
  readonly deadline: Deadline | null
  readonly payableChannels: readonly string[]
  readonly coveredBeneficiaries: readonly string[]
  readonly duplicatePolicy: 'first_received' | 'last_received'
  readonly ceilingPerSaisine: Cents | null
  /** Those in force, without overlap. */
  readonly schedules: readonly ScheduleTerms[]
}

/** `days` after the saisine, or after the last day of its quarter. */
export interface Deadline {
  readonly from: 'saisine' | 'quarter_end'
  readonly days: number
  readonly effect: 'forclusion' | 'alert'
}

export interface ScheduleTerms {
  readonly id: number
  readonly label: string
  readonly validity: Period
  readonly fees: readonly FeeTerms[]
}

export interface FeeTerms {
  readonly id: number
  readonly serviceCode: string
  readonly label: string
  readonly unit: 'per_saisine' | 'per_act'
  readonly amount: Cents
  /** Largest quantity paid for one saisine; null when support lasts as long as needed. */
  readonly cap: number | null
  readonly outcomes: readonly string[]
  /** null: every beneficiary. */
  readonly beneficiaries: readonly string[] | null
  readonly position: number
}

/** The saisine's own day when nobody was reached: such a form has no first contact to date it. */
export function priceDay(
  terms: Pick<ConventionTerms, 'priceDate'>,
  openedOn: Day,
  firstContactOn: Day | null
): Day {
  return terms.priceDate === 'first_contact' && firstContactOn !== null ? firstContactOn : openedOn
}
