import type { ConventionTerms } from '#app/conventions/convention_terms'
import { finding, type Finding } from '#app/reconciliation/findings/finding'
import { FINDING_CODES } from '#app/reconciliation/findings/finding_codes'
import { formExpectedBy } from '#app/reconciliation/findings/form_expected_by'
import type { SaisineFacts } from '#app/reconciliation/facts/saisine_facts'
import type { Day } from '#app/shared/day'

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
  const expectedBy = formExpectedBy(openedOn, terms, daysWithoutDeadline)
  if (today <= expectedBy) return null
  const message = FINDING_CODES.FICHE_MANQUANTE.sentence(reference, openedOn, expectedBy)
  return finding('FICHE_MANQUANTE', message)
}
