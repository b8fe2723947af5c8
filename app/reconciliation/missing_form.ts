import type { ConventionTerms } from '#app/conventions/convention_terms'
import { lastDay } from '#app/conventions/deadline'
import { finding, type Finding } from '#app/reconciliation/finding'
import { FINDING_CODES } from '#app/reconciliation/finding_codes'
import type { SaisineFacts } from '#app/reconciliation/saisine_facts'
import { addDays, type Day } from '#app/shared/day'

/**
 * The finding on a saisine without any form, once its deadline is over; where the convention sets
 * none, once `daysWithoutDeadline` days have passed since the saisine.
 */
export function missingForm(
  saisine: SaisineFacts,
  terms: Pick<ConventionTerms, 'deadline'>,
  today: Day,
  daysWithoutDeadline: number
): Finding | null {
  const { reference, openedOn } = saisine
  const expectedBy = lastDay(terms, openedOn) ?? addDays(openedOn, daysWithoutDeadline)
  if (today <= expectedBy) return null
  const message = FINDING_CODES.FICHE_MANQUANTE.sentence(reference, openedOn, expectedBy)
  return finding('FICHE_MANQUANTE', message)
}
