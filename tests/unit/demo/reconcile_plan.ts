import type { ConventionTerms } from '#app/conventions/convention_terms'
import type { DemoAssociation } from '#app/demo/network/demo_association'
import type { PlannedForm, PlannedSaisine, QuarterPlan } from '#app/demo/quarter/planned'
import { matchForm, type Match } from '#app/reconciliation/match'
import { matchSaisine } from '#app/reconciliation/match_saisine'
import type { FormFacts } from '#app/reconciliation/facts/form_facts'
import type { SaisineFacts } from '#app/reconciliation/facts/saisine_facts'

/** Matches all the forms of a plan with the product's own rules: form by form, in the plan's order. */
export function reconcilePlan(
  plan: QuarterPlan,
  network: readonly DemoAssociation[],
  conventions: readonly ConventionTerms[]
): Match[] {
  const associationIds = new Map(network.map(({ code }, i) => [code, i]))
  const conventionIds = new Map(conventions.map(({ code, id }) => [code, id]))
  const saisines = new Map(plan.saisines.map((one, id) => [one.reference, saisineFacts(one, id)]))
  const matches: Match[] = []
  const ownForms = new Map<SaisineFacts, FormFacts[]>()

  for (const form of plan.forms.map(formFacts)) {
    const saisine = saisines.get(form.reference)
    if (saisine !== undefined && saisine.conventionId === form.conventionId) {
      ownForms.set(saisine, [...(ownForms.get(saisine) ?? []), form])
    } else {
      matches.push(
        matchForm(form, null, null, {
          retained: null,
          ...(saisine && { elsewhere: saisine }),
        })
      )
    }
  }
  for (const [saisine, forms] of ownForms) {
    const terms = conventions.find(({ id }) => id === saisine.conventionId)!
    matches.push(...matchSaisine(saisine, terms, forms, null))
  }
  return matches.sort((a, b) => a.formId - b.formId)

  function saisineFacts(one: PlannedSaisine, id: number): SaisineFacts {
    return {
      ...one,
      id,
      conventionId: conventionIds.get(one.convention)!,
      associationId: associationIds.get(one.association)!,
    }
  }

  function formFacts(one: PlannedForm, id: number): FormFacts {
    const associationId = associationIds.get(one.association)!
    return {
      ...one,
      id,
      version: id,
      conventionId: conventionIds.get(one.convention)!,
      associationId,
      associationDepartments: network[associationId]!.departments,
      decisions: [],
      origin: 'import',
    }
  }
}
