import {
  priceDay,
  type ConventionTerms,
  type FeeTerms,
  type ScheduleTerms,
} from '#app/conventions/convention_terms'
import { feeApplies } from '#app/conventions/fees/fee_applies'
import type { FormFacts } from '#app/reconciliation/facts/form_facts'
import type { SaisineFacts } from '#app/reconciliation/facts/saisine_facts'
import type { Day } from '#app/shared/day'
import { covers } from '#app/shared/period'

/** What the barème of the deciding day owes for a form; `dues` is empty when it owes nothing. */
export interface Tariff {
  readonly pricedOn: Day
  /** null when no barème of the convention covers the day. */
  readonly schedule: ScheduleTerms | null
  readonly dues: readonly Due[]
}

export interface Due {
  readonly fee: FeeTerms
  readonly quantityAsked: number
  readonly quantityRetained: number
}

/**
 * The fees due for a form, in the order of the barème. A service is paid by the first fee that applies
 * with a quantity, so that two lines for one service never pay it twice. Throws on a quantity that is
 * not a whole number.
 */
export function tariff(form: FormFacts, saisine: SaisineFacts, terms: ConventionTerms): Tariff {
  const pricedOn = priceDay(terms, saisine.openedOn, form.firstContactOn)
  const schedule = scheduleOn(terms, pricedOn)
  const dues: Due[] = []
  if (schedule === null) return { pricedOn, schedule, dues }

  for (const fee of inOrder(schedule)) {
    if (!feeApplies(fee, form.outcome, saisine.beneficiary)) continue
    if (dues.some((due) => due.fee.serviceCode === fee.serviceCode)) continue
    const quantityAsked = asked(form, fee)
    if (quantityAsked === 0) continue
    dues.push({ fee, quantityAsked, quantityRetained: Math.min(quantityAsked, limit(fee)) })
  }
  return { pricedOn, schedule, dues }
}

function scheduleOn(terms: ConventionTerms, day: Day): ScheduleTerms | null {
  for (const schedule of terms.schedules) if (covers(schedule.validity, day)) return schedule
  return null
}

/** A package is due without being counted: blank asks for one, and only a written 0 asks for none. */
function asked(form: FormFacts, fee: FeeTerms): number {
  for (const [serviceCode, quantity] of form.quantities) {
    if (serviceCode !== fee.serviceCode) continue
    if (Number.isSafeInteger(quantity) && quantity >= 0) return quantity
    throw new RangeError(`Form ${form.id}: ${quantity} is not a quantity of ${serviceCode}`)
  }
  return fee.unit === 'per_saisine' ? 1 : 0
}

function limit(fee: FeeTerms): number {
  return fee.unit === 'per_saisine' ? 1 : (fee.cap ?? Number.POSITIVE_INFINITY)
}

/** Sorted once per barème: a price must not depend on the order in which rows were read. */
const ordered = new WeakMap<ScheduleTerms, readonly FeeTerms[]>()

function inOrder(schedule: ScheduleTerms): readonly FeeTerms[] {
  const known = ordered.get(schedule)
  if (known) return known
  const fees = schedule.fees.toSorted((a, b) => a.position - b.position || a.id - b.id)
  ordered.set(schedule, fees)
  return fees
}
