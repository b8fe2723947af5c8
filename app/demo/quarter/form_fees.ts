import { priceDay, type ConventionTerms, type FeeTerms } from '#app/conventions/convention_terms'
import { lastDay } from '#app/conventions/deadline'
import { payingFees } from '#app/demo/quarter/grounds'
import type { PlannedForm, PlannedSaisine } from '#app/demo/quarter/planned'
import type { FindingCode } from '#app/reconciliation/findings/finding_codes'
import type { Day } from '#app/shared/day'

/** The fees that can pay a planned form. */
export function feesOf(
  terms: ConventionTerms,
  saisine: PlannedSaisine,
  form: PlannedForm
): FeeTerms[] {
  const day = priceDay(terms, saisine.openedOn, form.firstContactOn)
  return payingFees(terms, day, form.outcome, saisine.beneficiary)
}

/** AUCUN_TARIF when the form asks for nothing that is paid. */
export function unpaid(
  terms: ConventionTerms,
  saisine: PlannedSaisine,
  form: PlannedForm
): FindingCode | null {
  const asked = new Map(form.quantities)
  const owed = feesOf(terms, saisine, form).some(
    ({ serviceCode, unit }) => (asked.get(serviceCode) ?? (unit === 'per_saisine' ? 1 : 0)) > 0
  )
  return owed ? null : 'AUCUN_TARIF'
}

/** What the convention says of a form received that day, if it is late. */
export function lateness(
  terms: ConventionTerms,
  openedOn: Day,
  receivedOn: Day
): FindingCode | null {
  const expectedBy = lastDay(terms, openedOn)
  if (expectedBy === null || receivedOn <= expectedBy) return null
  return terms.deadline?.effect === 'forclusion' ? 'HORS_DELAI' : 'RETARD'
}
