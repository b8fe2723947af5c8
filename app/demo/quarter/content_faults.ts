import { expectedMatch } from '#app/demo/quarter/expected_match'
import { feesOf } from '#app/demo/quarter/form_fees'
import type { PlanCase, PlanWorld } from '#app/demo/quarter/plan_case'
import type { PlannedForm } from '#app/demo/quarter/planned'
import { addDays } from '#app/shared/day'

/** A contact before the saisine or after the reception, or acts that end before they begin. */
const DATE_FAULTS = ['early', 'late', 'reversed'] as const

export function contradictsItsDates(
  { terms, saisine }: PlanCase,
  form: PlannedForm,
  { random }: PlanWorld
): boolean {
  if (form.firstContactOn === null) return false
  // Where the first contact chooses the barème, moving it could change the price as well.
  const fault = terms.priceDate === 'first_contact' ? 'reversed' : random.pick(DATE_FAULTS)
  const slip = random.between(1, 9)
  if (fault === 'early') form.firstContactOn = addDays(saisine.openedOn, -slip)
  else if (fault === 'late') form.firstContactOn = addDays(form.receivedOn, slip)
  else form.lastActOn = addDays(form.firstContactOn, -slip)
  form.expected = expectedMatch(['DATE_INCOHERENTE'])
  return true
}

export function asksForNothingPaid(
  { terms, saisine }: PlanCase,
  form: PlannedForm,
  { random }: PlanWorld
): boolean {
  const unpaid = ['refus', 'reorientee'].filter(
    (outcome) => feesOf(terms, saisine, { ...form, outcome }).length === 0
  )
  if (unpaid.length > 0 && form.firstContactOn !== null) {
    form.outcome = random.pick(unpaid)
    form.quantities = []
    form.memoDeVie = null
  } else {
    form.quantities = feesOf(terms, saisine, form).map(({ serviceCode }) => [serviceCode, 0])
  }
  form.expected = expectedMatch(['AUCUN_TARIF'])
  return true
}

export function asksAboveTheCap(
  { terms, saisine }: PlanCase,
  form: PlannedForm,
  { random }: PlanWorld
): boolean {
  const fees = feesOf(terms, saisine, form)
  const limited =
    fees.find(({ unit, cap }) => unit === 'per_act' && cap !== null) ??
    fees.find(({ unit }) => unit === 'per_saisine')
  if (form.outcome !== 'prise_en_charge' || limited === undefined) return false
  const limit = limited.unit === 'per_act' ? limited.cap! : 1
  const asked = limit + random.between(1, limited.unit === 'per_act' ? 6 : 1)
  form.quantities = fees.flatMap(({ serviceCode }) => {
    if (serviceCode === limited.serviceCode) return [[serviceCode, asked] as const]
    return form.quantities.filter(([code]) => code === serviceCode)
  })
  form.expected = expectedMatch(['PLAFOND_DEPASSE'])
  return true
}
