import type { ScheduleTerms } from '#app/conventions/convention_terms'
import type { Rules } from '#app/conventions/convention_words'
import { SCHEDULE_TERMS } from '#app/conventions/fees/schedule_query'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { row, rows } from '#app/shared/rows'

export interface ConventionFactsShown extends Rules {
  id: number
  code: string
  title: string
  funder: string
  state: string
  signedOn: Day | null
  startsOn: Day
  lastDay: Day | null
  fictitiousAmounts: boolean
}

/** What the page of a convention shows of the convention itself. */
export function conventionShown(id: number): Promise<ConventionFactsShown | null> {
  return row<ConventionFactsShown>(
    `SELECT c.id, c.code, c.title, f.name AS funder, c.state, c.signed_on AS "signedOn", c.starts_on AS "startsOn",
       c.ends_on - 1 AS "lastDay", c.fictitious_amounts AS "fictitiousAmounts", c.price_date AS "priceDate",
       CASE WHEN c.deadline_from IS NOT NULL THEN json_build_object(
         'from', c.deadline_from, 'days', c.deadline_days, 'effect', c.deadline_effect) END AS deadline,
       c.payable_channels AS "payableChannels", c.covered_beneficiaries AS "coveredBeneficiaries",
       c.duplicate_policy AS "duplicatePolicy", c.overrun_policy AS "overrunPolicy", c.ceiling_cents AS "ceilingCents"
     FROM conventions c JOIN funders f ON f.id = c.funder_id WHERE c.id = ?`,
    [id]
  )
}

export interface ScheduleShown extends ScheduleTerms {
  publishedAt: Date
  supersededAt: Date | null
  frozenAt: Date | null
  /** Lines that it priced on issued statements. */
  issuedLines: number
}

/** All the barèmes that the convention ever had, the latest period first. */
export async function schedulesShown(conventionId: number): Promise<ScheduleShown[]> {
  const found = await rows<Omit<ScheduleShown, keyof ScheduleTerms> & { terms: ScheduleTerms }>(
    `SELECT ${SCHEDULE_TERMS} AS terms, s.published_at AS "publishedAt", s.superseded_at AS "supersededAt",
       s.frozen_at AS "frozenAt",
       (SELECT count(*) FROM settlement_lines l JOIN statements USING (run_id, association_id)
        JOIN fees f ON f.id = l.fee_id WHERE s.frozen_at IS NOT NULL AND f.fee_schedule_id = s.id) AS "issuedLines"
     FROM fee_schedules s WHERE s.convention_id = ?
     ORDER BY s.superseded_at IS NOT NULL, s.starts_on DESC, s.id DESC`,
    [conventionId]
  )
  return found.map(({ terms, ...rest }) => ({ ...terms, ...rest }))
}

export interface EnvelopeShown {
  from: Day
  lastDay: Day
  amountCents: Cents
  /** Due by issued statements that no living transfer pays yet, and by the run being prepared. */
  engagedCents: Cents
  /** Of issued statements, in a transfer order. */
  paidCents: Cents
  leftCents: Cents
}

/** Each envelope in force, with what the settled periods took of it. */
export function envelopesShown(conventionId: number): Promise<EnvelopeShown[]> {
  return rows<EnvelopeShown>(
    `SELECT *, "amountCents" - "engagedCents" - "paidCents" AS "leftCents" FROM (
       SELECT e.starts_on AS from, e.ends_on - 1 AS "lastDay", e.amount_cents AS "amountCents",
         (coalesce(issued.cents, 0) - coalesce(issued.paid, 0) + coalesce(prepared.cents, 0))::bigint AS "engagedCents",
         coalesce(issued.paid, 0)::bigint AS "paidCents"
       FROM envelopes e
       LEFT JOIN LATERAL (
         SELECT sum(s.payable_cents) AS cents, sum(s.payable_cents) FILTER (WHERE EXISTS (SELECT 1 FROM transfers t
           WHERE t.statement_id = s.id AND t.state NOT IN ('rejected', 'returned'))) AS paid
         FROM statements s JOIN runs r ON r.id = s.run_id
         WHERE r.convention_id = e.convention_id AND daterange(e.starts_on, e.ends_on) @> (r.until - 1)) issued ON true
       LEFT JOIN LATERAL (
         SELECT sum(total) AS cents FROM (
           SELECT greatest(sum(t.total_cents), 0) AS total FROM runs r JOIN run_associations t ON t.run_id = r.id
           WHERE r.convention_id = e.convention_id AND daterange(e.starts_on, e.ends_on) @> (r.until - 1)
             AND r.state IN ('calculated', 'submitted', 'approved', 'issuing')
             AND NOT EXISTS (SELECT 1 FROM statements s WHERE s.run_id = r.id AND s.association_id = t.association_id)
             AND NOT EXISTS (SELECT 1 FROM run_holds h WHERE h.run_id = r.id AND h.association_id = t.association_id
               AND h.released_at IS NULL)
           GROUP BY t.association_id) AS due) prepared ON true
       WHERE e.convention_id = ? AND e.superseded_at IS NULL) AS shown ORDER BY "from" DESC`,
    [conventionId]
  )
}

export interface ConventionParts {
  amendments: {
    number: number
    signedOn: Day
    effectiveOn: Day
    changes: Record<string, unknown>
  }[]
  documents: {
    id: number
    title: string
    fileName: string
    sizeBytes: number
    addedAt: Date
    who: string
  }[]
  receipts: { receivedOn: Day; amountCents: Cents; reference: string }[]
  advances: { upToCents: Cents; reason: string; who: string; at: Date }[]
  authority: { article: string; proof: string; who: string | null; at: Date } | null
  mapping: { treatment: string; journal: string; charge: string; payable: string } | null
  /** Account that its funder’s money is credited to; null while nobody chose it. */
  funderAccount: { account: string; label: string } | null
  replacedEnvelopes: { from: Day; lastDay: Day; amountCents: Cents; replacedAt: Date }[]
}

/** The rest of the page, part by part. */
export async function partsShown(id: number): Promise<ConventionParts> {
  return {
    amendments: await rows(
      `SELECT number, signed_on AS "signedOn", effective_on AS "effectiveOn", changes FROM amendments
       WHERE convention_id = ? ORDER BY number DESC`,
      [id]
    ),
    documents: await rows(
      `SELECT d.id, d.title, d.file_name AS "fileName", d.size_bytes AS "sizeBytes", d.added_at AS "addedAt",
         u.full_name AS who FROM convention_documents d JOIN users u ON u.id = d.added_by
       WHERE d.convention_id = ? ORDER BY d.id DESC`,
      [id]
    ),
    receipts: await rows(
      `SELECT received_on AS "receivedOn", amount_cents AS "amountCents", reference FROM living_receipts
       WHERE convention_id = ? ORDER BY received_on DESC, id DESC`,
      [id]
    ),
    advances: await rows(
      `SELECT a.up_to_cents AS "upToCents", a.reason, u.full_name AS who, a.decided_at AS at
       FROM advance_decisions a JOIN users u ON u.id = a.decided_by WHERE a.convention_id = ? ORDER BY a.id DESC`,
      [id]
    ),
    authority: await row(
      `SELECT a.article, a.proof, u.full_name AS who, a.recorded_at AS at FROM reallocation_authorities a
       LEFT JOIN users u ON u.id = a.recorded_by WHERE a.convention_id = ? ORDER BY a.id DESC LIMIT 1`,
      [id]
    ),
    mapping: await row(
      `SELECT treatment, journal_code || ' — ' || journal_label AS journal,
         charge_account || ' — ' || charge_label AS charge, payable_account || ' — ' || payable_label AS payable
       FROM account_mappings WHERE convention_id = ?`,
      [id]
    ),
    funderAccount: await row('SELECT account, label FROM funder_accounts WHERE convention_id = ?', [
      id,
    ]),
    replacedEnvelopes: await rows(
      `SELECT starts_on AS from, ends_on - 1 AS "lastDay", amount_cents AS "amountCents", superseded_at AS "replacedAt"
       FROM envelopes WHERE convention_id = ? AND superseded_at IS NOT NULL ORDER BY superseded_at DESC`,
      [id]
    ),
  }
}
