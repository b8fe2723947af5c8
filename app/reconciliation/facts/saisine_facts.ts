import type { Day } from '#app/shared/day'

/** What the reconciliation knows of a saisine. */
export interface SaisineFacts {
  readonly id: number
  readonly conventionId: number
  readonly reference: string
  readonly associationId: number
  readonly openedOn: Day
  readonly channel: string
  readonly department: string
  readonly beneficiary: string
}
