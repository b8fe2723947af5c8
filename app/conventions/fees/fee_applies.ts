import type { FeeTerms } from '#app/conventions/convention_terms'

/** Whether a line of the barème pays a form of this outcome, for a saisine of this beneficiary. */
export function feeApplies(fee: FeeTerms, outcome: string, beneficiary: string): boolean {
  return (
    fee.outcomes.includes(outcome) &&
    (fee.beneficiaries === null || fee.beneficiaries.includes(beneficiary))
  )
}
