import type { IssueContext } from '#app/statements/issue/issue_context'
import { FINDING_CODES } from '#app/reconciliation/findings/finding_codes'
import { TOLD_TO_ASSOCIATION } from '#app/reconciliation/findings/told_to_association'
import type { Outcome } from '#app/reconciliation/match'
import type { RejectedForm } from '#app/statements/content/statement_data'
import type { Cents } from '#app/shared/cents'
import { formatAmount } from '#app/shared/french_format'
import { rows } from '#app/shared/rows'

/** In place of the form's outcome, when what it rectifies is being settled. */
export const CORRECTION_PENDING = 'REGULARISATION'

interface RejectedRow extends Omit<RejectedForm, 'remedy' | 'code'> {
  code: Outcome
  associationId: number
  /** What its living corrections change, when it rectifies a form already paid; null when it does not. */
  corrected: Cents | null
  /** Some of them still wait for a person's decision. */
  undecided: boolean | null
}

/**
 * Forms of the associations that this run looked at and did not retain, with the reason that came first: those
 * received since the association's last statement, for one that was held or had nothing to be paid was told nothing.
 * A form that rectifies a paid one is told by the correction it led to; once in a statement, it stands there.
 */
export async function rejectedForms(
  { run }: IssueContext,
  associationIds: readonly number[]
): Promise<Map<number, RejectedForm[]>> {
  const found = await rows<RejectedRow>(
    `SELECT f.association_id AS "associationId", f.reference, f.received_on AS "receivedOn", coalesce(n.code, o.outcome) AS code,
       coalesce(n.message, 'Écartée\u00a0: ' || d.reason) AS message, c.corrected, c.undecided
     FROM return_forms f JOIN form_outcomes o ON o.form_id = f.id
     LEFT JOIN LATERAL (SELECT n.code, n.message FROM findings n
       WHERE n.form_id = f.id AND n.code IN (o.outcome, 'MAUVAISE_ASSOCIATION') AND n.blocking AND ${TOLD_TO_ASSOCIATION}
       ORDER BY n.id LIMIT 1) n ON true
     LEFT JOIN LATERAL (SELECT reason FROM decisions
       WHERE form_id = f.id AND verdict = 'refused' AND undone_at IS NULL ORDER BY id LIMIT 1) d ON true
     LEFT JOIN (SELECT s.association_id, max(r.until) AS until FROM statements s JOIN runs r ON r.id = s.run_id
       WHERE r.convention_id = ? AND r.id <> ? GROUP BY s.association_id) told
       ON told.association_id = f.association_id
     LEFT JOIN (SELECT p.form_id, sum(p.amount_cents)::bigint AS corrected, bool_or(p.state = 'proposed') AS undecided,
         bool_and(p.state = 'settled' OR l.id IS NOT NULL) AS settled
       FROM proposed_corrections p LEFT JOIN settlement_lines l ON l.proposed_correction_id = p.id AND l.run_id = ?
       WHERE p.convention_id = ? AND p.association_id = ANY(?) AND p.state <> 'refused' GROUP BY p.form_id) c
       ON c.form_id = f.id
     WHERE c.settled IS NOT TRUE AND o.convention_id = ? AND f.association_id = ANY(?) AND o.outcome <> 'RETENUE'
       AND f.received_on < ? AND f.received_on >= coalesce(told.until, '-infinity')
     ORDER BY f.association_id, f.received_on, f.reference, f.id`,
    [
      run.conventionId,
      run.id,
      run.id,
      run.conventionId,
      associationIds,
      run.conventionId,
      associationIds,
      run.until,
    ]
  )
  const byAssociation = Map.groupBy(found, ({ associationId }) => associationId)
  return new Map(Array.from(byAssociation, ([id, forms]) => [id, forms.map(rejectedForm)]))
}

function rejectedForm(form: RejectedRow): RejectedForm {
  const { reference, receivedOn, code, message, corrected, undecided } = form
  if (corrected !== null) return { reference, receivedOn, ...pending(corrected, undecided!) }
  return { reference, receivedOn, code, message, remedy: remedy(code) }
}

function pending(amount: Cents, undecided: boolean) {
  const change = `${amount > 0 ? '+' : ''}${formatAmount(amount)}`
  const [decided, next] = undecided
    ? ['proposée', 'si elle est approuvée, elle sera sur un prochain relevé.']
    : ['prise en compte', 'elle sera sur le prochain relevé.']
  return {
    code: CORRECTION_PENDING,
    message: `Fiche rectifiée\u00a0: une régularisation de ${change} est ${decided}.`,
    remedy: `Rien à faire\u00a0: ${next}`,
  }
}

/** What an association can do about a form of this outcome. */
export function remedy(outcome: Outcome): string {
  return outcome === 'RETENUE' || outcome === 'ECARTEE'
    ? 'Écrivez à la fédération si vous n’êtes pas d’accord.'
    : FINDING_CODES[outcome].association
}
