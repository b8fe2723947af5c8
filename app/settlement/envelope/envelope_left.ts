import type Run from '#app/settlement/run'
import type { Cents } from '#app/shared/cents'
import { row } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

export interface EnvelopeLeft {
  envelopeCents: Cents
  /** Below zero when earlier runs have gone over. */
  leftCents: Cents
}

/**
 * What earlier runs leave on the envelope of the period that holds the last day settled; null when none is recorded.
 * A negative balance counts in the run that takes it back.
 */
export function envelopeLeft(trx: Trx, run: Run): Promise<EnvelopeLeft | null> {
  return row<EnvelopeLeft>(
    `SELECT e.amount_cents AS "envelopeCents", (e.amount_cents - (
       SELECT coalesce(sum(s.payable_cents), 0) FROM statements s JOIN runs r ON r.id = s.run_id
       WHERE r.convention_id = e.convention_id AND daterange(e.starts_on, e.ends_on) @> (r.until - 1)))::bigint AS "leftCents"
     FROM envelopes e WHERE e.convention_id = ? AND e.superseded_at IS NULL
       AND daterange(e.starts_on, e.ends_on) @> (?::date - 1)`,
    [run.conventionId, run.until],
    trx
  )
}
