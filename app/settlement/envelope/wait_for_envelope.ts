import { envelopeLeft } from '#app/settlement/envelope/envelope_left'
import { fitEnvelope, type Due } from '#app/settlement/envelope/fit_envelope'
import type Run from '#app/settlement/run'
import { formatAmount } from '#app/shared/french_format'
import { recordEvent } from '#app/shared/record_event'
import { row, rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/**
 * When the convention says that work beyond its envelope waits, holds the associations that do not fit, in the
 * calculation's transaction, and releases those that fit again; gives how many wait. The oldest form received goes
 * first. Like any hold, the next run takes their lines up.
 */
export async function waitForEnvelope(trx: Trx, run: Run, actorId: number): Promise<number> {
  const convention = await row<{ policy: string }>(
    'SELECT overrun_policy AS policy FROM conventions WHERE id = ?',
    [run.conventionId],
    trx
  )
  if (convention!.policy !== 'wait') return 0
  const left = (await envelopeLeft(trx, run))?.leftCents ?? Infinity
  const waiting = fitEnvelope(left, await duesInOrder(trx, run.id))
  const reasons = new Map(waiting.map((due) => [due.associationId, reasonOf(due)]))
  const held = await releaseOthers(trx, run.id, reasons)
  for (const { associationId, code } of waiting) {
    if (held.has(associationId)) continue
    const reason = reasons.get(associationId)!
    const hold = { run_id: run.id, association_id: associationId, reason, held_by: actorId }
    await trx.table('run_holds').insert({ ...hold, cause: 'envelope' })
    await recordEvent(trx, actorId, {
      verb: 'run.association_held',
      subject: ['run', run.id],
      after: { association: code, reason, cause: 'envelope' },
    })
  }
  return waiting.length
}

interface NamedDue extends Due {
  code: string
}

function reasonOf({ totalCents }: NamedDue): string {
  return `L’enveloppe ne suffit pas à ces ${formatAmount(totalCents)}\u00a0: ce règlement attend la campagne suivante.`
}

/** What the run owes to those that nobody set aside, by the oldest form that it pays them. */
function duesInOrder(trx: Trx, runId: number): Promise<NamedDue[]> {
  return rows<NamedDue>(
    `SELECT a.id AS "associationId", a.code, sum(l.amount_cents)::bigint AS "totalCents"
     FROM settlement_lines l JOIN associations a ON a.id = l.association_id
     LEFT JOIN return_forms f ON f.id = l.form_id
     WHERE l.run_id = ? AND NOT EXISTS (SELECT 1 FROM run_holds h WHERE h.run_id = l.run_id
       AND h.association_id = a.id AND h.released_at IS NULL AND h.cause = 'person')
     GROUP BY a.id ORDER BY min(f.received_on) NULLS LAST, a.code`,
    [runId],
    trx
  )
}

/** Lifts the holds of a former calculation that are no longer so, word for word; gives who is still held. */
async function releaseOthers(
  trx: Trx,
  runId: number,
  reasons: ReadonlyMap<number, string>
): Promise<Set<number>> {
  const living = await rows<{ id: number; associationId: number; reason: string }>(
    `SELECT id, association_id AS "associationId", reason FROM run_holds
     WHERE run_id = ? AND released_at IS NULL AND cause = 'envelope'`,
    [runId],
    trx
  )
  const outdated = living.filter(
    ({ associationId, reason }) => reasons.get(associationId) !== reason
  )
  const ids = outdated.map(({ id }) => id)
  await trx.from('run_holds').whereIn('id', ids).update({ released_at: new Date() })
  return new Set(
    living.filter((one) => !outdated.includes(one)).map(({ associationId }) => associationId)
  )
}
