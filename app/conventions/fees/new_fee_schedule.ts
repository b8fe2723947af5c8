import type { FeeTerms } from '#app/conventions/convention_terms'
import type { Period } from '#app/shared/period'

/** A version of the barème before it is published; the order of its lines is theirs on screen. */
export interface NewFeeSchedule {
  label: string
  validity: Period
  fees: readonly NewFee[]
}

export type NewFee = Omit<FeeTerms, 'id' | 'position'>
