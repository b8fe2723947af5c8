import type { IssueContext } from '#app/statements/issue_context'
import { FINDING_CODES } from '#app/reconciliation/finding_codes'
import type { Outcome } from '#app/reconciliation/match'
import type { RejectedForm } from '#app/statements/statement_data'
import { rows } from '#app/shared/rows'

type RejectedRow = Omit<RejectedForm, 'remedy'> & { code: Outcome; associationId: number }

/**
 * Forms of the associations that this run looked at and did not retain, with the reason that came first: those
 * received since the association's last statement, for one that was held or had nothing to be paid was told nothing.
 */
export async function rejectedForms(
  { run }: IssueContext,
  associationIds: readonly number[]
): Promise<Map<number, RejectedForm[]>> {
  const found = await rows<RejectedRow>(
    `SELECT f.association_id AS "associationId", f.reference, f.received_on AS "receivedOn", o.outcome AS code,
       coalesce(n.message, 'Écartée : ' || d.reason) AS message
     FROM return_forms f JOIN form_outcomes o ON o.form_id = f.id
     LEFT JOIN LATERAL (SELECT message FROM findings
       WHERE form_id = f.id AND code = o.outcome AND blocking ORDER BY id LIMIT 1) n ON true
     LEFT JOIN LATERAL (SELECT reason FROM decisions
       WHERE form_id = f.id AND verdict = 'refused' AND undone_at IS NULL ORDER BY id LIMIT 1) d ON true
     LEFT JOIN (SELECT s.association_id, max(r.until) AS until FROM statements s JOIN runs r ON r.id = s.run_id
       WHERE r.convention_id = ? AND r.id <> ? GROUP BY s.association_id) told
       ON told.association_id = f.association_id
     WHERE o.convention_id = ? AND f.association_id = ANY(?) AND o.outcome <> 'RETENUE'
       AND f.received_on < ? AND f.received_on >= coalesce(told.until, '-infinity')
     ORDER BY f.association_id, f.received_on, f.reference, f.id`,
    [run.conventionId, run.id, run.conventionId, associationIds, run.until]
  )
  const byAssociation = Map.groupBy(found, ({ associationId }) => associationId)
  return new Map(Array.from(byAssociation, ([id, forms]) => [id, forms.map(rejectedForm)]))
}

function rejectedForm({ reference, receivedOn, code, message }: RejectedRow): RejectedForm {
  return { reference, receivedOn, code, message, remedy: remedy(code) }
}

function remedy(outcome: Outcome): string {
  return outcome === 'RETENUE' || outcome === 'ECARTEE'
    ? 'Écrivez à la fédération si vous n’êtes pas d’accord.'
    : FINDING_CODES[outcome].association
}
