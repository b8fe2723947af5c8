import { envelopeState, type EnvelopeState } from '#app/conventions/envelope_alerts'
import { bookSettings } from '#app/ledger/profile/book_settings'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { rows } from '#app/shared/rows'

/** What became of an envelope: each amount holds the next one. */
export interface EnvelopeUse {
  id: number
  conventionId: number
  code: string
  title: string
  from: Day
  lastDay: Day
  amountCents: Cents
  receivedCents: Cents
  /** Liquidated, and the run being prepared, held associations left out. */
  engagedCents: Cents
  /** Owed by issued statements. */
  liquidatedCents: Cents
  /** Executed by the bank, and not returned. */
  paidCents: Cents
  /** Of the envelope, once what is engaged is taken off: below zero when it is overrun. */
  leftCents: Cents
  /** Engaged over envelope, in hundredths, rounded down; null for an empty envelope. */
  engagedPercent: number | null
  state: EnvelopeState
}

/** Every envelope in force, by convention, the latest first; the share from which a page warns is a setting. */
export async function envelopeUses(conventionId: number | null = null): Promise<EnvelopeUse[]> {
  const { envelopeAlertPercent } = await bookSettings()
  const found = await rows<Omit<EnvelopeUse, 'state'>>(
    `SELECT *, "amountCents" - "engagedCents" AS "leftCents",
       CASE WHEN "amountCents" > 0 THEN "engagedCents" * 100 / "amountCents" END AS "engagedPercent"
     FROM (${USES}) AS used WHERE ? = 0 OR "conventionId" = ? ORDER BY code, "from" DESC`,
    [conventionId ?? 0, conventionId ?? 0]
  )
  return found.map((use) => ({
    ...use,
    state: envelopeState(use.engagedCents, use.amountCents, envelopeAlertPercent),
  }))
}

const USES = `
  SELECT e.id, c.id AS "conventionId", c.code, c.title, e.starts_on AS "from", e.ends_on - 1 AS "lastDay",
    e.amount_cents AS "amountCents",
    (SELECT coalesce(sum(f.amount_cents), 0)::bigint FROM living_receipts f LEFT JOIN envelopes meant ON meant.id = f.envelope_id
      WHERE f.convention_id = c.id
        AND daterange(e.starts_on, e.ends_on) @> coalesce(meant.starts_on, f.received_on)) AS "receivedCents",
    (issued.cents + prepared.cents)::bigint AS "engagedCents", issued.cents AS "liquidatedCents",
    issued.paid AS "paidCents"
  FROM envelopes e JOIN conventions c ON c.id = e.convention_id
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(s.payable_cents), 0)::bigint AS cents, coalesce(sum(s.payable_cents) FILTER (WHERE EXISTS (
        SELECT 1 FROM transfers t WHERE t.statement_id = s.id AND t.state = 'executed')), 0)::bigint AS paid
    FROM statements s JOIN runs r ON r.id = s.run_id
    WHERE r.convention_id = c.id AND daterange(e.starts_on, e.ends_on) @> (r.until - 1)) AS issued
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(greatest(a.total_cents, 0)), 0)::bigint AS cents
    FROM runs r JOIN run_associations a ON a.run_id = r.id
    WHERE r.convention_id = c.id AND daterange(e.starts_on, e.ends_on) @> (r.until - 1)
      AND r.state IN ('calculated', 'submitted', 'approved', 'issuing')
      AND NOT EXISTS (SELECT 1 FROM statements s WHERE s.run_id = r.id AND s.association_id = a.association_id)
      AND NOT EXISTS (SELECT 1 FROM run_holds h WHERE h.run_id = r.id AND h.association_id = a.association_id
        AND h.released_at IS NULL)) AS prepared
  WHERE e.superseded_at IS NULL`
