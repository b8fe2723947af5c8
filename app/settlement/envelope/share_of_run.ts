import { envelopeLeft } from '#app/settlement/envelope/envelope_left'
import type { Due } from '#app/settlement/envelope/fit_envelope'
import type Run from '#app/settlement/run'
import { shareEnvelope, type Share } from '#app/settlement/envelope/share_envelope'
import { sumCents } from '#app/shared/cents'
import { recordEvent } from '#app/shared/record_event'
import { row, rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/**
 * When the convention shares its envelope, the part of each association that a run leaves short, in the calculation’s
 * transaction; what was shared is recorded, for the lines to explain themselves. Who was set aside by a person takes no
 * part. Empty when nothing is left: the gate then stops the run, whatever the policy.
 */
export async function shareOfRun(
  trx: Trx,
  run: Run,
  totals: readonly Due[],
  actorId: number
): Promise<Share[]> {
  await rows('DELETE FROM run_shares WHERE run_id = ?', [run.id], trx)
  const convention = await row<{ policy: string }>(
    'SELECT overrun_policy AS policy FROM conventions WHERE id = ?',
    [run.conventionId],
    trx
  )
  if (convention!.policy !== 'prorata') return []
  const envelope = await envelopeLeft(trx, run)
  if (!envelope || envelope.leftCents <= 0) return []
  const dues = await inOrder(trx, run.id, totals)
  const shares = shareEnvelope(envelope.leftCents, dues)
  if (shares.length === 0) return []
  const dueCents = sumCents(dues.map(({ totalCents }) => Math.max(totalCents, 0)))
  await rows(
    'INSERT INTO run_shares (run_id, left_cents, due_cents) VALUES (?, ?, ?)',
    [run.id, envelope.leftCents, dueCents],
    trx
  )
  await recordEvent(trx, actorId, {
    verb: 'run.envelope_shared',
    subject: ['run', run.id],
    after: { leftCents: envelope.leftCents, dueCents },
  })
  return shares
}

/** Those that nobody set aside, in the order of their codes: a cent must not depend on the order of reading. */
async function inOrder(trx: Trx, runId: number, totals: readonly Due[]): Promise<Due[]> {
  const kept = await rows<{ id: number }>(
    `SELECT id FROM associations a WHERE id = ANY(?) AND NOT EXISTS (SELECT 1 FROM run_holds h
       WHERE h.run_id = ? AND h.association_id = a.id AND h.released_at IS NULL AND h.cause = 'person')
     ORDER BY code`,
    [totals.map(({ associationId }) => associationId), runId],
    trx
  )
  const byId = new Map(totals.map((due) => [due.associationId, due]))
  return kept.map(({ id }) => byId.get(id)!)
}
