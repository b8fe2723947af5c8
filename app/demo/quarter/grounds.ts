import type { ConventionTerms, FeeTerms } from '#app/conventions/convention_terms'
import { feeApplies } from '#app/conventions/fees/fee_applies'
import { addDays, quarterEnd, type Day } from '#app/shared/day'
import { covers } from '#app/shared/period'

/** What a convention allows in the quarter: where the plan may put saisines that will be paid. */
export interface Grounds {
  readonly terms: ConventionTerms
  /** Days of the quarter when the convention and one of its barèmes are in force. */
  readonly openDays: readonly Day[]
  /** Those that are covered, and paid when taken in charge. */
  readonly beneficiaries: readonly string[]
}

/** Throws when nothing of the convention can be paid in the quarter. */
export function grounds(terms: ConventionTerms, quarterStart: Day): Grounds {
  const openDays: Day[] = []
  for (let day = quarterStart; day <= quarterEnd(quarterStart); day = addDays(day, 1)) {
    if (covers(terms.validity, day) && feesOn(terms, day).length > 0) openDays.push(day)
  }
  const beneficiaries = terms.coveredBeneficiaries.filter((beneficiary) =>
    openDays.every((day) => payingFees(terms, day, 'prise_en_charge', beneficiary).length > 0)
  )
  if (openDays.length === 0 || beneficiaries.length === 0) {
    throw new Error(`${terms.code} pays nothing in the quarter of ${quarterStart}`)
  }
  return { terms, openDays, beneficiaries }
}

/** The fees of that day that pay this outcome to this beneficiary, in the order of the barème. */
export function payingFees(
  terms: ConventionTerms,
  day: Day,
  outcome: string,
  beneficiary: string
): FeeTerms[] {
  return feesOn(terms, day)
    .filter((fee) => feeApplies(fee, outcome, beneficiary))
    .sort((a, b) => a.position - b.position)
}

function feesOn(terms: ConventionTerms, day: Day): readonly FeeTerms[] {
  return terms.schedules.find(({ validity }) => covers(validity, day))?.fees ?? []
}
