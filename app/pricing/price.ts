import type { ConventionTerms, FeeTerms } from '#app/conventions/convention_terms'
import { FINDING_CODES } from '#app/reconciliation/findings/finding_codes'
import type { FormFacts } from '#app/reconciliation/facts/form_facts'
import type { SaisineFacts } from '#app/reconciliation/facts/saisine_facts'
import { tariff } from '#app/reconciliation/tariff'
import { assertCents, type Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'

/** What is owed for one service of one form: amount = unitAmount × quantityRetained − reduction. */
export interface PricedLine {
  readonly scheduleId: number
  readonly feeId: number
  readonly serviceCode: string
  readonly serviceLabel: string
  readonly unit: FeeTerms['unit']
  readonly unitAmount: Cents
  readonly quantityAsked: number
  readonly quantityRetained: number
  readonly cap: number | null
  readonly pricedOn: Day
  /** What the convention's ceiling per saisine takes off this line. */
  readonly reduction: Cents
  readonly amount: Cents
}

export type Priced = { readonly lines: readonly PricedLine[] } | { readonly refusal: Refusal }

export interface Refusal {
  readonly code: 'AUCUN_TARIF'
  /** In French. */
  readonly reason: string
}

/**
 * Prices one form by the barème of the day that the convention names, one line a service, in the order
 * of the barème. A service priced at zero keeps its line. Throws when an amount is not a safe integer.
 */
export function price(form: FormFacts, saisine: SaisineFacts, terms: ConventionTerms): Priced {
  const owed = tariff(form, saisine, terms)
  const { dues, schedule, pricedOn } = owed
  if (schedule === null || dues.length === 0) {
    const reason = FINDING_CODES.AUCUN_TARIF.sentence(terms.code, owed, form.outcome)
    return { refusal: { code: 'AUCUN_TARIF', reason } }
  }

  // Filling the lines in order up to the ceiling takes the excess off the last ones.
  let left = terms.ceilingPerSaisine ?? Number.MAX_SAFE_INTEGER
  const lines = dues.map(({ fee, quantityAsked, quantityRetained }): PricedLine => {
    const full = assertCents(fee.amount * quantityRetained)
    const amount = Math.min(full, left)
    left -= amount
    return {
      scheduleId: schedule.id,
      feeId: fee.id,
      serviceCode: fee.serviceCode,
      serviceLabel: fee.label,
      unit: fee.unit,
      unitAmount: fee.amount,
      quantityAsked,
      quantityRetained,
      cap: fee.cap,
      pricedOn,
      reduction: full - amount,
      amount,
    }
  })
  return { lines }
}
