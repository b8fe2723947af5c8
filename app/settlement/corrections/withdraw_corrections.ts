import type { Cents } from '#app/shared/cents'
import { recordEvent } from '#app/shared/record_event'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** What makes a proposed correction the same as another; the columns of its table. */
export interface Difference {
  saisine_id: number
  service_code: string
  amount_cents: Cents
}

/** One saisine and service have one living correction at most. */
export function correctionKey({ saisine_id: saisine, service_code: service }: Difference): string {
  return `${saisine} ${service}`
}

/**
 * Withdraws every correction of the convention that waits for a decision, and those approved but not settled
 * whose amount is no longer due: the approval was for that amount. Only the approved ones that still hold stay.
 */
export async function withdrawCorrections(
  trx: Trx,
  conventionId: number,
  actorId: number,
  differences: readonly Difference[]
): Promise<void> {
  const due = new Map(differences.map((one) => [correctionKey(one), one.amount_cents]))
  const living = await rows<Difference & { id: number; state: string; decision_reason: string }>(
    `SELECT id, saisine_id, service_code, amount_cents, state, decision_reason FROM proposed_corrections
     WHERE convention_id = ? AND state IN ('proposed', 'approved') ORDER BY id FOR UPDATE`,
    [conventionId],
    trx
  )
  const outdated = living.filter(
    (one) => one.state === 'approved' && due.get(correctionKey(one)) !== one.amount_cents
  )
  for (const { id, amount_cents: amountCents, decision_reason: reason } of outdated) {
    await recordEvent(trx, actorId, {
      verb: 'correction.withdrawn',
      subject: ['proposed_correction', id],
      before: { state: 'approved', amountCents, reason },
      after: { reason: 'Remplacée\u00a0: le montant dû a changé.' },
    })
  }
  await trx
    .from('proposed_corrections')
    .whereIn(
      'id',
      outdated.map(({ id }) => id)
    )
    .update({ state: 'proposed', decided_by: null, decided_at: null, decision_reason: null })
  await trx
    .from('proposed_corrections')
    .where({ convention_id: conventionId, state: 'proposed' })
    .delete()
}
