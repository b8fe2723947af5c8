import type { IssueContext } from '#app/statements/issue_context'
import type { RejectedForm } from '#app/statements/statement_data'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** Forms of the association that this run looked at and did not retain, with the reason that came first. */
export function rejectedForms(
  trx: Trx,
  { run, reportedFrom }: IssueContext,
  associationId: number
): Promise<RejectedForm[]> {
  return rows<RejectedForm>(
    `SELECT f.reference, f.received_on AS "receivedOn", o.outcome AS code,
       coalesce(n.message, 'Écartée : ' || d.reason) AS message,
       coalesce(n.remedy, 'Ouvrez une réclamation si vous n’êtes pas d’accord.') AS remedy
     FROM return_forms f JOIN form_outcomes o ON o.form_id = f.id
     LEFT JOIN LATERAL (SELECT message, remedy FROM findings
       WHERE form_id = f.id AND code = o.outcome AND blocking ORDER BY id LIMIT 1) n ON true
     LEFT JOIN LATERAL (SELECT reason FROM decisions
       WHERE form_id = f.id AND verdict = 'refused' AND undone_at IS NULL ORDER BY id LIMIT 1) d ON true
     WHERE o.convention_id = ? AND f.association_id = ? AND o.outcome <> 'RETENUE'
       AND f.received_on < ? AND f.received_on >= coalesce(?::date, '-infinity')
     ORDER BY f.received_on, f.reference, f.id`,
    [run.conventionId, associationId, run.until, reportedFrom],
    trx
  )
}
