import type { ConventionTerms } from '#app/conventions/convention_terms'
import type { FormFacts, FormIdentity } from '#app/reconciliation/facts/form_facts'
import { matchForm, type Match } from '#app/reconciliation/match'
import type { SaisineFacts } from '#app/reconciliation/facts/saisine_facts'

/**
 * Checks all the forms of one saisine, in the order of the convention's duplicate policy, whatever
 * their order in `forms`. The first that nothing blocks is retained, and the ones after it are
 * duplicates. A form already paid keeps its place: paying another would pay the saisine twice. What an association
 * corrected in the portal is never retained: its correction stands for it, even if that is not payable.
 */
export function matchSaisine(
  saisine: SaisineFacts,
  terms: ConventionTerms,
  forms: readonly FormFacts[],
  settled: FormIdentity | null
): Match[] {
  const order = terms.duplicatePolicy === 'first_received' ? byReception : byLastReception
  let retained = settled
  return forms.toSorted(order).map((form) => {
    const correction = correctionOf(form, forms)
    const match = matchForm(form, saisine, terms, { retained: retained ?? correction })
    if (form.id === settled?.id) return { ...match, outcome: 'RETENUE' }
    if (match.outcome === 'RETENUE') retained = form
    return match
  })
}

/** The last version that the same sender put in the place of this one, in the portal. */
function correctionOf(form: FormFacts, forms: readonly FormFacts[]): FormFacts | null {
  let last: FormFacts | null = null
  // A loop: it is asked for each of a million forms.
  for (const other of forms) {
    if (
      other.origin === 'portal' &&
      other.version > form.version &&
      other.associationId === form.associationId &&
      other.reference === form.reference &&
      other.conventionId === form.conventionId &&
      (last === null || byVersion(last, other) < 0)
    )
      last = other
  }
  return last
}

function byVersion(a: FormFacts, b: FormFacts): number {
  return a.version - b.version || a.id - b.id
}

function byReception(a: FormFacts, b: FormFacts): number {
  if (a.receivedOn !== b.receivedOn) return a.receivedOn < b.receivedOn ? -1 : 1
  return byVersion(a, b)
}

function byLastReception(a: FormFacts, b: FormFacts): number {
  return byReception(b, a)
}
