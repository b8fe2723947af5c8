import type { Decision } from '#app/reconciliation/decisions/decision'
import type { Day } from '#app/shared/day'

/** How a form came in: the association's portal, a file of the federation, or its keyboard. */
export type FormOrigin = 'portal' | 'import' | 'typed'

/** What tells a form from the others of its saisine, to people: they know no number of ours. */
export type FormIdentity = Pick<FormFacts, 'id' | 'receivedOn' | 'origin'>

/** What the reconciliation knows of one version of a return form. */
export interface FormFacts {
  readonly id: number
  readonly version: number
  /** The convention the form claims; null when it names none. */
  readonly conventionId: number | null
  readonly reference: string
  readonly associationId: number
  /** Departments of the association that sent the form. */
  readonly associationDepartments: readonly string[]
  readonly receivedOn: Day
  readonly origin: FormOrigin
  readonly firstContactOn: Day | null
  readonly lastActOn: Day | null
  readonly outcome: string
  /** Service code and whole number of acts; a service left blank has no entry. */
  readonly quantities: ReadonlyArray<readonly [serviceCode: string, quantity: number]>
  readonly decisions: readonly Decision[]
}
