import type { ConventionTerms } from '#app/conventions/convention_terms'
import type { DemoAssociation } from '#app/demo/network/demo_association'
import type { PlannedForm, PlannedSaisine } from '#app/demo/quarter/planned'
import type { Random } from '#app/demo/random'

/** A saisine and the forms that answer it, while the plan is being made. */
export interface PlanCase {
  readonly terms: ConventionTerms
  readonly association: DemoAssociation
  readonly saisine: PlannedSaisine
  /** null when the association sends nothing. */
  form: PlannedForm | null
  /** A second form: the same saisine told twice, or one that nobody sent. */
  extra: PlannedForm | null
}

/** What a fault may draw on. */
export interface PlanWorld {
  readonly random: Random
  readonly network: readonly DemoAssociation[]
  readonly conventions: readonly ConventionTerms[]
  readonly newReference: () => string
}
