import { OUTCOME_WORDS, wordsOf } from '#app/conventions/convention_words'
import { priceDay, type ConventionTerms, type FeeTerms } from '#app/conventions/convention_terms'
import type { Day } from '#app/shared/day'
import { covers } from '#app/shared/period'

export interface ServiceInForce {
  code: string
  label: string
  unit: FeeTerms['unit']
  /** Codes of the outcomes for which it is paid. */
  outcomes: string[]
  /** The same, as a person says them. */
  paidFor: string
}

/** What the barème of the deciding day may pay for such a beneficiary, in its order, each service once. */
export function servicesInForce(
  terms: Pick<ConventionTerms, 'priceDate' | 'schedules'>,
  { openedOn, beneficiary }: { openedOn: Day; beneficiary: string },
  firstContactOn: Day | null
): ServiceInForce[] {
  const day = priceDay(terms, openedOn, firstContactOn)
  const schedule = terms.schedules.find(({ validity }) => covers(validity, day))
  const services = new Map<string, ServiceInForce>()
  for (const fee of schedule?.fees.toSorted((a, b) => a.position - b.position) ?? []) {
    if (fee.beneficiaries !== null && !fee.beneficiaries.includes(beneficiary)) continue
    const known = services.get(fee.serviceCode)
    const outcomes = [...new Set([...(known?.outcomes ?? []), ...fee.outcomes])]
    services.set(fee.serviceCode, {
      code: fee.serviceCode,
      label: known?.label ?? fee.label,
      unit: known?.unit ?? fee.unit,
      outcomes,
      paidFor: wordsOf(outcomes, OUTCOME_WORDS),
    })
  }
  return [...services.values()]
}
