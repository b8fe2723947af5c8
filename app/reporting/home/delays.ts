import { rows } from '#app/shared/rows'

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

/** How long a saisine waits for its form, and the form for its money: medians of the last issued runs. */
export async function conventionDelays(): Promise<ConventionDelays[]> {
  const found = await rows<RunDelays>(QUERY)
  const conventions = Map.groupBy(found, ({ convention }) => convention)
  return Array.from(conventions, ([convention, runs]) => ({
    convention,
    last: runs.at(-1)!,
    trend: runs.map(({ formDays }) => formDays),
  }))
}

const QUERY = `
  WITH recent AS (
    SELECT * FROM (SELECT r.id, r.code, r.convention_id, row_number() OVER (PARTITION BY convention_id ORDER BY id DESC) AS rank
      FROM runs r WHERE state IN ('issued', 'paid', 'closed')) AS ranked WHERE rank <= ${RUNS}),
  settled AS (
    SELECT DISTINCT l.run_id, l.association_id, l.saisine_id, l.form_id
    FROM settlement_lines l WHERE l.kind = 'service' AND l.run_id IN (SELECT id FROM recent)),
  paid AS (
    SELECT st.run_id, st.association_id, o.execution_date FROM statements st JOIN transfers t ON t.statement_id = st.id
      AND t.state NOT IN ('rejected', 'returned') JOIN transfer_orders o ON o.id = t.transfer_order_id
    WHERE st.run_id IN (SELECT id FROM recent))
  SELECT c.code AS convention, r.id AS "runId", r.code AS run,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY f.received_on - s.opened_on) AS "formDays",
    percentile_disc(0.5) WITHIN GROUP (ORDER BY p.execution_date - f.received_on)
      FILTER (WHERE p.execution_date IS NOT NULL) AS "paymentDays"
  FROM recent r JOIN conventions c ON c.id = r.convention_id JOIN settled x ON x.run_id = r.id
  JOIN saisines s ON s.id = x.saisine_id JOIN return_forms f ON f.id = x.form_id
  LEFT JOIN paid p ON p.run_id = x.run_id AND p.association_id = x.association_id
  GROUP BY c.code, r.id, r.code ORDER BY c.code, r.id`
