import type { BlockingCode, FindingCode } from '#app/reconciliation/findings/finding_codes'

/**
 * A human's answer in force to one finding of a form, or to its very retention: `accepted` lifts a
 * blocking finding, `refused` sets aside a form that would be retained.
 */
export interface Decision {
  readonly code: FindingCode | 'RETENUE'
  readonly verdict: 'accepted' | 'refused'
}

/**
 * A decision may excuse how the association answered, never what the funder agreed to pay for, nor to
 * whom, nor how many times: those are changed by an amendment, a reassignment, or a corrected form.
 */
export const LIFTABLE_CODES: ReadonlySet<FindingCode> = new Set<BlockingCode>([
  'DATE_INCOHERENTE',
  'HORS_DELAI',
])
