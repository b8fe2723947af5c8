import type User from '#app/accounts/user'
import { granted } from '#app/demo/granted'
import { saveFormDraft } from '#app/returns/save_form_draft'
import { addDays, type Day } from '#app/shared/day'
import { rows } from '#app/shared/rows'

/** Begins two of the fiches that the association owes. */
export async function startDemoDrafts(member: User): Promise<void> {
  const due = await rows<{ id: number; openedOn: Day }>(
    `SELECT s.id, s.opened_on AS "openedOn" FROM saisines s WHERE s.association_id = ? AND NOT EXISTS (
       SELECT FROM return_forms f WHERE f.reference = s.reference AND f.convention_id = s.convention_id)
     ORDER BY s.opened_on, s.id LIMIT 2`,
    [member.associationId]
  )
  for (const { id, openedOn } of due) {
    const cells = {
      date_premier_contact: addDays(openedOn, 3),
      issue: 'prise en charge',
      observations: 'Second entretien à venir.',
    }
    granted(await saveFormDraft(member, id, cells))
  }
}
