import { lastDay } from '#app/conventions/deadline'
import { regionOf } from '#app/demo/network/regions'
import { expectedMatch } from '#app/demo/quarter/expected_match'
import { lateness } from '#app/demo/quarter/form_fees'
import { mistype } from '#app/demo/quarter/mistype'
import type { PlanCase, PlanWorld } from '#app/demo/quarter/plan_case'
import type { PlannedForm } from '#app/demo/quarter/planned'
import { addDays } from '#app/shared/day'

export function isSentLate(
  { terms, saisine }: PlanCase,
  form: PlannedForm,
  { random }: PlanWorld,
  effect: 'forclusion' | 'alert'
): boolean {
  const expectedBy = lastDay(terms, saisine.openedOn)
  if (expectedBy === null || terms.deadline?.effect !== effect) return false
  form.receivedOn = addDays(expectedBy, random.between(1, 9))
  form.late = true
  form.expected = expectedMatch([lateness(terms, saisine.openedOn, form.receivedOn)])
  return true
}

export function isSentTwice(target: PlanCase, form: PlannedForm, { random }: PlanWorld): boolean {
  const { terms, saisine } = target
  const latest = lastDay(terms, saisine.openedOn)
  const again = addDays(form.receivedOn, random.between(1, 5))
  const receivedOn = latest !== null && latest < again ? latest : again
  form.late = false
  target.extra = { ...form, receivedOn, late: true, note: 'Deuxième envoi, complété' }
  const second = terms.duplicatePolicy === 'first_received' ? target.extra : form
  second.expected = expectedMatch(['DOUBLON'])
  return true
}

export function mistypesTheReference(
  _: PlanCase,
  form: PlannedForm,
  { random }: PlanWorld
): boolean {
  form.reference = mistype(random, form.reference)
  form.expected = expectedMatch(['SAISINE_INCONNUE'])
  return true
}

export function answersNoSaisine(target: PlanCase, form: PlannedForm, world: PlanWorld): boolean {
  const expected = expectedMatch(['SAISINE_INCONNUE'])
  target.extra = { ...form, reference: world.newReference(), late: true, expected }
  return true
}

export function claimsAnotherConvention(
  { terms }: PlanCase,
  form: PlannedForm,
  { random, conventions }: PlanWorld
): boolean {
  const others = conventions.filter(({ code }) => code !== terms.code)
  if (others.length === 0) return false
  const other = random.pick(others)
  const counted = new Set(
    other.schedules.flatMap(({ fees }) => fees.map(({ serviceCode }) => serviceCode))
  )
  form.convention = other.code
  // A file that counts services of another convention is not taken in at all.
  form.quantities = form.quantities.filter(([serviceCode]) => counted.has(serviceCode))
  form.expected = expectedMatch(['MAUVAISE_CONVENTION'])
  return true
}

/** A neighbour that covers the department if there is one: the platform was told late. */
export function comesFromAnotherAssociation(
  { association, saisine }: PlanCase,
  form: PlannedForm,
  { random, network }: PlanWorld
): boolean {
  const region = regionOf(association.departments[0]!)
  const others = network.filter(({ code }) => code !== association.code)
  const closer = [
    others.filter(({ departments }) => departments.includes(saisine.department)),
    others.filter(({ departments }) => regionOf(departments[0]!) === region),
    others,
  ].find((choice) => choice.length > 0)
  if (closer === undefined) return false
  const sender = random.pick(closer)
  form.association = sender.code
  form.expected = expectedMatch([
    'MAUVAISE_ASSOCIATION',
    sender.departments.includes(saisine.department) ? null : 'DEPARTEMENT_DIFFERENT',
  ])
  return true
}

export function sendsNothing(target: PlanCase): boolean {
  target.form = null
  return true
}
