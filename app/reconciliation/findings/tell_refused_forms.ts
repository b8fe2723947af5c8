import { FINDING_CODES } from '#app/reconciliation/findings/finding_codes'
import type { Outcome } from '#app/reconciliation/match'
import { formsRefusedLetter } from '#app/shared/mail/letters/forms_refused'
import { notify } from '#app/shared/mail/notify'
import { isRefused } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import type { Day } from '#app/shared/day'
import { lock, transaction } from '#app/shared/transaction'

/** A form received longer ago was told of by its statement. */
const RECENT_DAYS = 90

interface Refused {
  formId: number
  associationId: number
  reference: string
  receivedOn: Day
  outcome: Exclude<Outcome, 'RETENUE'>
}

/**
 * Tells each association which of its forms the last reconciliations did not retain, once a day, each form once for
 * each reason. Gives how many associations were told.
 */
export async function tellRefusedForms(day: Day): Promise<number> {
  const told = await transaction<{ associations: number }>(async (trx) => {
    await lock(trx, 'refused forms')
    const refused = await rows<Refused>(
      `SELECT f.id AS "formId", f.association_id AS "associationId", f.reference, f.received_on AS "receivedOn", o.outcome
       FROM form_outcomes o JOIN return_forms f ON f.id = o.form_id
       WHERE o.outcome <> 'RETENUE' AND f.received_on > ?::date - ${RECENT_DAYS}
         AND NOT EXISTS (SELECT FROM told_refusals t WHERE t.form_id = f.id AND t.outcome = o.outcome)
         AND NOT EXISTS (SELECT FROM told_refusals t JOIN return_forms g ON g.id = t.form_id
           WHERE t.told_on = ? AND g.association_id = f.association_id)
       ORDER BY f.association_id, f.received_on, f.reference, f.id`,
      [day, day],
      trx
    )
    await trx.rawQuery(
      'INSERT INTO told_refusals (form_id, outcome, told_on) SELECT unnest(?::bigint[]), unnest(?::text[]), ?',
      [refused.map(({ formId }) => formId), refused.map(({ outcome }) => outcome), day]
    )
    const byAssociation = Map.groupBy(refused, ({ associationId }) => associationId)
    const notices = Array.from(byAssociation, ([associationId, forms]) => ({
      kind: 'forms_refused' as const,
      associationId,
      cause: `refused:${day}`,
      letter: formsRefusedLetter(forms.map((form) => ({ ...form, ...reasonOf(form) }))),
    }))
    await notify(trx, notices, null)
    return { associations: notices.length }
  })
  if (isRefused(told)) throw new Error('Telling refuses nothing')
  return told.associations
}

/** The finding in two words and its remedy: its sentence could name another association. */
function reasonOf({ outcome }: Refused): { label: string; remedy: string } {
  if (outcome === 'ECARTEE') {
    return {
      label: 'Écartée par la fédération',
      remedy: 'Le motif est sur la page de la fiche\u00a0: contestez si vous n’êtes pas d’accord.',
    }
  }
  const { label, association } = FINDING_CODES[outcome]
  return { label, remedy: association }
}
