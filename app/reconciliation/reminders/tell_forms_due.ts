import { loadAllTerms } from '#app/conventions/load_terms'
import { formExpectedBy } from '#app/reconciliation/findings/form_expected_by'
import { addDays, type Day } from '#app/shared/day'
import { formsDueLetter } from '#app/shared/mail/letters/forms_due'
import { notify } from '#app/shared/mail/notify'
import { isRefused } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import { findSettings } from '#app/shared/settings'
import { transaction } from '#app/shared/transaction'

/** How long before its last day a form is asked for. */
const DAYS_AHEAD = 7
/** No deadline is longer. */
const LONGEST_DAYS = 500

interface Unanswered {
  associationId: number
  conventionId: number
  reference: string
  openedOn: Day
}

/** Tells associations, a week ahead, which forms will be late. Done twice in a day, it tells once. */
export async function tellFormsDue(day: Day): Promise<number> {
  const expectedBy = addDays(day, DAYS_AHEAD)
  const told = await transaction<{ associations: number }>(async (trx) => {
    const terms = new Map((await loadAllTerms(trx)).map((one) => [one.id, one]))
    const settings = await findSettings(trx)
    if (settings === null) return { associations: 0 }
    const unanswered = await rows<Unanswered>(
      `SELECT s.association_id AS "associationId", s.convention_id AS "conventionId", s.reference,
         s.opened_on AS "openedOn" FROM saisines s
       WHERE s.opened_on > ?::date - ${LONGEST_DAYS} AND NOT EXISTS (SELECT FROM return_forms f
         WHERE f.reference = s.reference AND f.convention_id = s.convention_id)
       ORDER BY s.association_id, s.opened_on, s.id`,
      [day],
      trx
    )
    const due = unanswered.filter(
      ({ openedOn, conventionId }) =>
        formExpectedBy(openedOn, terms.get(conventionId)!, settings.missingFormDays) === expectedBy
    )
    const byAssociation = Map.groupBy(due, ({ associationId }) => associationId)
    const notices = Array.from(byAssociation, ([associationId, saisines]) => ({
      kind: 'forms_due' as const,
      associationId,
      cause: `due:${expectedBy}`,
      letter: formsDueLetter(
        saisines.map(({ reference }) => reference),
        expectedBy
      ),
    }))
    await notify(trx, notices, null)
    return { associations: notices.length }
  })
  if (isRefused(told)) throw new Error('Telling refuses nothing')
  return told.associations
}
