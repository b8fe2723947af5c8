import { expectedMatch } from '#app/demo/quarter/expected_match'
import { feesOf, lateness, unpaid } from '#app/demo/quarter/form_fees'
import type { PlanCase, PlanWorld } from '#app/demo/quarter/plan_case'
import type { PlannedForm } from '#app/demo/quarter/planned'
import { addDays } from '#app/shared/day'

export function namesAnotherBeneficiary({ terms, saisine }: PlanCase, form: PlannedForm): boolean {
  const other = ['proche', 'elu', 'salarie'].find(
    (code) => !terms.coveredBeneficiaries.includes(code)
  )
  if (other === undefined) return false
  saisine.beneficiary = other
  form.expected = expectedMatch(['BENEFICIAIRE_NON_COUVERT', unpaid(terms, saisine, form)])
  return true
}

export function comesByAnotherChannel({ terms, saisine }: PlanCase, form: PlannedForm): boolean {
  const other = ['direct', 'plateforme'].find((code) => !terms.payableChannels.includes(code))
  if (other === undefined) return false
  saisine.channel = other
  form.expected = expectedMatch(['CANAL_NON_PAYABLE'])
  return true
}

/** The platform dated it of a year when the convention was not signed yet. */
export function predatesTheConvention(
  { terms, saisine }: PlanCase,
  form: PlannedForm,
  { random }: PlanWorld
): boolean {
  const openedOn = addDays(terms.validity.from, -random.between(1, 20))
  const usual = feesOf(terms, saisine, form)
  const fees = feesOf(terms, { ...saisine, openedOn }, form)
  // An older barème may have other caps: what the form asks was drawn for this one.
  if (fees.length > 0 && fees.some((fee, i) => fee !== usual[i])) return false
  saisine.openedOn = openedOn
  form.expected = expectedMatch([
    'HORS_CONVENTION',
    lateness(terms, openedOn, form.receivedOn),
    unpaid(terms, saisine, form),
  ])
  return true
}

export function livesElsewhere(
  { association, saisine }: PlanCase,
  form: PlannedForm,
  { random, network }: PlanWorld
): boolean {
  const elsewhere = network
    .map(({ departments }) => departments[0]!)
    .filter((department) => !association.departments.includes(department))
  if (elsewhere.length === 0) return false
  saisine.department = random.pick(elsewhere)
  form.expected = expectedMatch(['DEPARTEMENT_DIFFERENT'])
  return true
}
