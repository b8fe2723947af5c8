import type { IssueContext } from '#app/statements/issue_context'
import { FINDING_CODES } from '#app/reconciliation/finding_codes'
import type { Outcome } from '#app/reconciliation/match'
import type { RejectedForm } from '#app/statements/statement_data'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** Forms of the association that this run looked at and did not retain, with the reason that came first. */
export async function rejectedForms(
  trx: Trx,
  { run, reportedFrom }: IssueContext,
  associationId: number
): Promise<RejectedForm[]> {
  const found = await rows<Omit<RejectedForm, 'remedy'> & { code: Outcome }>(
    `SELECT f.reference, f.received_on AS "receivedOn", o.outcome AS code,
       coalesce(n.message, 'Écartée : ' || d.reason) AS message
     FROM return_forms f JOIN form_outcomes o ON o.form_id = f.id
     LEFT JOIN LATERAL (SELECT message FROM findings
       WHERE form_id = f.id AND code = o.outcome AND blocking ORDER BY id LIMIT 1) n ON true
     LEFT JOIN LATERAL (SELECT reason FROM decisions
       WHERE form_id = f.id AND verdict = 'refused' AND undone_at IS NULL ORDER BY id LIMIT 1) d ON true
     WHERE o.convention_id = ? AND f.association_id = ? AND o.outcome <> 'RETENUE'
       AND f.received_on < ? AND f.received_on >= coalesce(?::date, '-infinity')
     ORDER BY f.received_on, f.reference, f.id`,
    [run.conventionId, associationId, run.until, reportedFrom],
    trx
  )
  return found.map((form) => ({ ...form, remedy: remedy(form.code) }))
}

function remedy(outcome: Outcome): string {
  return outcome === 'RETENUE' || outcome === 'ECARTEE'
    ? 'Écrivez à la fédération si vous n’êtes pas d’accord.'
    : FINDING_CODES[outcome].association
}
