import { row, rows } from '#app/shared/rows'

interface RunDelays {
  convention: string
  runId: number
  run: string
  /** Median days; null while nothing is paid. */
  formDays: number
  paymentDays: number | null
}

export interface ConventionDelays {
  convention: string
  /** The last issued run of the convention. */
  last: RunDelays
  /** Median days from saisine to form of the runs shown, the oldest first. */
  trend: number[]
}

/** Runs of each convention that the page looks back to. */
const RUNS = 6

interface RecentRun {
  id: number
  /** Changes when something of what is measured may have changed. */
  measured: string
}

/** Medians of the issued runs, by run: what was issued does not change, and reading it again takes a second. */
const known = new Map<number, { measured: string; delays: RunDelays }>()

/** How long a saisine waits for its form, and the form for its money: medians of the last issued runs. */
export async function conventionDelays(): Promise<ConventionDelays[]> {
  const recent = await rows<RecentRun>(RECENT)
  const found = await Promise.all(recent.map(delaysOf))
  const conventions = Map.groupBy(
    found.filter((one) => one !== null),
    ({ convention }) => convention
  )
  return Array.from(conventions, ([convention, runs]) => ({
    convention,
    last: runs.at(-1)!,
    trend: runs.map(({ formDays }) => formDays),
  }))
}

async function delaysOf({ id, measured }: RecentRun): Promise<RunDelays | null> {
  const before = known.get(id)
  if (before?.measured === measured) return before.delays
  const delays = await row<RunDelays>(MEDIANS, [id, id])
  if (delays) known.set(id, { measured, delays })
  return delays
}

/** The last issued runs of each convention, with when they were issued, which transfers live, and the last purge. */
const RECENT = `
  SELECT r.id, concat_ws(' ', r.code, extract(epoch FROM r.issued_at),
      (SELECT max(id) FROM openings WHERE purpose = 'purge'),
      (SELECT string_agg(t.id || ' ' || t.transfer_order_id, ',' ORDER BY t.id) FROM statements st
        JOIN transfers t ON t.statement_id = st.id AND t.state NOT IN ('rejected', 'returned') WHERE st.run_id = r.id)) AS measured
  FROM (SELECT *, row_number() OVER (PARTITION BY convention_id ORDER BY id DESC) AS rank
    FROM runs WHERE state IN ('issued', 'paid', 'closed')) r
  JOIN conventions c ON c.id = r.convention_id WHERE rank <= ${RUNS} ORDER BY c.code, r.id`

/** The purge moves the days of a case to the first of their quarter: its delays are not known any more. */
const MEDIANS = `
  WITH settled AS (
    SELECT DISTINCT association_id, saisine_id, form_id FROM settlement_lines WHERE kind = 'service' AND run_id = ?),
  paid AS (
    SELECT st.run_id, st.association_id, o.execution_date FROM statements st JOIN transfers t ON t.statement_id = st.id
      AND t.state NOT IN ('rejected', 'returned') JOIN transfer_orders o ON o.id = t.transfer_order_id)
  SELECT c.code AS convention, r.id AS "runId", r.code AS run,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY f.received_on - s.opened_on) AS "formDays",
    percentile_disc(0.5) WITHIN GROUP (ORDER BY p.execution_date - f.received_on)
      FILTER (WHERE p.execution_date IS NOT NULL) AS "paymentDays"
  FROM runs r JOIN conventions c ON c.id = r.convention_id CROSS JOIN settled x
  JOIN saisines s ON s.id = x.saisine_id JOIN return_forms f ON f.id = x.form_id
  LEFT JOIN paid p ON p.run_id = r.id AND p.association_id = x.association_id
  WHERE r.id = ? AND s.anonymised_at IS NULL AND f.anonymised_at IS NULL
  GROUP BY c.code, r.id, r.code`
