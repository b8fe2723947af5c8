import type { FormFacts } from '#app/reconciliation/facts/form_facts'
import {
  neighbours,
  type Neighbour,
  type ReferenceIndex,
} from '#app/reconciliation/suggestions/reference_index'
import type { SaisineFacts } from '#app/reconciliation/facts/saisine_facts'
import { addDays } from '#app/shared/day'
import { formatDay } from '#app/shared/french_format'

/** A saisine that an unknown reference may have meant. */
export interface Suggestion {
  readonly saisine: SaisineFacts
  /** Edits between the two normalised references: 0, 1 or 2. */
  readonly distance: number
  readonly sameAssociation: boolean
  /** 0 to 100. */
  readonly score: number
  /** What speaks for it, in French. */
  readonly reasons: readonly string[]
}

/** By distance. All the points add up to 100. */
const REFERENCE_POINTS = [50, 40, 25] as const
const ASSOCIATION_POINTS = 25
const DATE_POINTS = 15
const DEPARTMENT_POINTS = 10

/** Out of reach at distance 2, and of a single slip unless all the rest agrees. */
const SURE = 90

/** The association reaches the person within weeks; a later day tells nothing. */
const CLOSE_DAYS = 60

/** The saisines of the index that the form's reference may mean, the likeliest first. */
export function suggest(form: FormFacts, index: ReferenceIndex): Suggestion[] {
  return neighbours(index, form.reference)
    .map((neighbour) => suggestion(form, neighbour))
    .sort((a, b) => b.score - a.score || a.saisine.id - b.saisine.id)
}

/**
 * Whether a suggestion may be accepted in bulk: same association, high score, and no rival among the
 * `others` of the same form, unless it alone is the very reference, written otherwise.
 */
export function isSure(candidate: Suggestion, others: readonly Suggestion[]): boolean {
  return (
    candidate.sameAssociation &&
    candidate.score >= SURE &&
    others.every((other) => candidate.distance === 0 && other.distance > 0)
  )
}

function suggestion(form: FormFacts, { saisine, distance }: Neighbour): Suggestion {
  const sameAssociation = saisine.associationId === form.associationId
  const reasons = [closeness(distance)]
  let score: number = REFERENCE_POINTS[distance]!
  if (sameAssociation) {
    score += ASSOCIATION_POINTS
    reasons.push('Saisine confiée à la même association')
  }
  const since = followedBy(form, saisine)
  if (since !== null) {
    score += DATE_POINTS
    reasons.push(since)
  }
  if (form.associationDepartments.includes(saisine.department)) {
    score += DEPARTMENT_POINTS
    reasons.push(`Département ${saisine.department}, où l’association intervient`)
  }
  return { saisine, distance, sameAssociation, score, reasons }
}

function closeness(distance: number): string {
  if (distance === 0) return 'Même référence, écrite autrement'
  return distance === 1 ? 'Référence à un caractère près' : 'Référence à deux caractères près'
}

/** The form's first day follows the saisine closely: the first contact, or the reception without one. */
function followedBy(
  { firstContactOn, receivedOn }: FormFacts,
  saisine: SaisineFacts
): string | null {
  const day = firstContactOn ?? receivedOn
  if (day < saisine.openedOn || day > addDays(saisine.openedOn, CLOSE_DAYS)) return null
  const event = firstContactOn === null ? 'Fiche reçue' : 'Premier contact'
  return `${event} le ${formatDay(day)}, peu après la saisine du ${formatDay(saisine.openedOn)}`
}
