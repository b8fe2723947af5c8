import { remedy } from '#app/statements/content/rejected_forms'
import { TOLD_TO_ASSOCIATION } from '#app/reconciliation/findings/told_to_association'
import type { Outcome } from '#app/reconciliation/match'
import type { Day } from '#app/shared/day'
import { rows } from '#app/shared/rows'

/** A form that is not retained as of now, with what can be done about it. */
export interface RefusedForm {
  id: number
  reference: string
  receivedOn: Day
  convention: string
  message: string
  remedy: string
  /** Null while nobody contests it. */
  openDisputeId: number | null
}

const MOST = 300

/**
 * The forms that are not retained, the latest first. One that rectifies a paid form is not among them: the correction
 * that it led to speaks for it. Reads behind the wall: these are one association’s; of one form when given.
 */
export async function refusedForms(formId: number | null = null): Promise<RefusedForm[]> {
  const found = await rows<Omit<RefusedForm, 'remedy'> & { outcome: Outcome }>(
    `SELECT f.id, f.reference, f.received_on AS "receivedOn", c.code AS convention,
       coalesce(n.code, o.outcome) AS outcome,
       coalesce(n.message, 'Écartée\u00a0: ' || d.reason, 'Non retenue.') AS message,
       (SELECT x.id FROM disputes x WHERE x.form_id = f.id AND x.closed_at IS NULL) AS "openDisputeId"
     FROM return_forms f JOIN form_outcomes o ON o.form_id = f.id JOIN conventions c ON c.id = o.convention_id
     LEFT JOIN LATERAL (SELECT n.code, n.message FROM findings n
       WHERE n.form_id = f.id AND n.code IN (o.outcome, 'MAUVAISE_ASSOCIATION') AND n.blocking AND ${TOLD_TO_ASSOCIATION}
       ORDER BY n.id LIMIT 1) n ON true
     LEFT JOIN LATERAL (SELECT reason FROM decisions
       WHERE form_id = f.id AND verdict = 'refused' AND undone_at IS NULL ORDER BY id LIMIT 1) d ON true
     WHERE o.outcome <> 'RETENUE' AND (?::bigint IS NULL OR f.id = ?)
       AND NOT EXISTS (SELECT FROM proposed_corrections p WHERE p.form_id = f.id AND p.state <> 'refused')
     ORDER BY f.received_on DESC, f.reference, f.id LIMIT ${MOST}`,
    [formId, formId]
  )
  return found.map(({ outcome, ...form }) => ({ ...form, remedy: remedy(outcome) }))
}
