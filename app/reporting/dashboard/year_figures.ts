import type { Cents } from '#app/shared/cents'
import { STATEMENT_COST } from '#app/reporting/statement_cost_sql'
import { rows } from '#app/shared/rows'

/** What one civil year was, under one convention or all of them. Null is not measured, and not zero. */
export interface YearFigures {
  year: number
  saisines: number
  departments: number
  /** Forms received in the year, and median days from their saisines to them and to the first contact. */
  forms: number
  formDays: number | null
  contactDays: number | null
  /** Retained forms received in the year, and the interviews that they tell. */
  retained: number
  interviews: number
  statements: number
  /** Of the statements issued in the year, without what they take back from earlier ones. */
  cents: Cents
}

/** The years from the first to the last, both included, one reading a table: saisines come by tens of thousands. */
export async function yearFigures(
  conventionId: number | null,
  first: number,
  last: number
): Promise<YearFigures[]> {
  const asked = [`${first}-01-01`, `${last}-12-31`, conventionId, conventionId]
  const [saisines, forms, retained, paid] = await Promise.all([
    rows<Pick<YearFigures, 'year' | 'saisines' | 'departments'>>(SAISINES, asked),
    rows<Pick<YearFigures, 'year' | 'forms' | 'formDays' | 'contactDays'>>(FORMS, asked),
    rows<Pick<YearFigures, 'year' | 'retained' | 'interviews'>>(RETAINED, asked),
    rows<Pick<YearFigures, 'year' | 'statements' | 'cents'>>(PAID, asked),
  ])
  return Array.from({ length: last - first + 1 }, (_, rank) => ({
    saisines: 0,
    departments: 0,
    forms: 0,
    formDays: null,
    contactDays: null,
    retained: 0,
    interviews: 0,
    statements: 0,
    cents: 0,
    ...Object.assign(
      {},
      ...[saisines, forms, retained, paid].map((found) =>
        (found as { year: number }[]).find(({ year }) => year === first + rank)
      )
    ),
    year: first + rank,
  }))
}

const SAISINES = `
  SELECT extract(year FROM month)::integer AS year, sum(n)::bigint AS saisines, count(DISTINCT department) AS departments
  FROM (SELECT date_trunc('year', opened_on) AS month, department, count(*) AS n FROM saisines
    WHERE opened_on BETWEEN ? AND ? AND (?::bigint IS NULL OR convention_id = ?) GROUP BY 1, 2) AS places GROUP BY 1`

const DATED = 'FILTER (WHERE s.anonymised_at IS NULL AND f.anonymised_at IS NULL)'

/** The first version of a form is the one that people waited for. A purged case has no days left to count between. */
const FORMS = `
  SELECT extract(year FROM f.received_on)::integer AS year, count(*) AS forms,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY f.received_on - s.opened_on) ${DATED} AS "formDays",
    percentile_disc(0.5) WITHIN GROUP (ORDER BY f.first_contact_on - s.opened_on) ${DATED} AS "contactDays"
  FROM return_forms f JOIN saisines s ON s.reference = f.reference AND s.convention_id = f.convention_id
  WHERE f.received_on BETWEEN ? AND ? AND (?::bigint IS NULL OR f.convention_id = ?) AND f.version = 1 GROUP BY 1`

/** An interview is an act that is paid by the act. */
const RETAINED = `
  WITH acts AS (SELECT DISTINCT service_code FROM fees WHERE unit = 'per_act')
  SELECT extract(year FROM f.received_on)::integer AS year, count(*) AS retained, coalesce(sum(told.acts), 0)::bigint AS interviews
  FROM return_forms f JOIN form_outcomes o ON o.form_id = f.id AND o.outcome = 'RETENUE'
  CROSS JOIN LATERAL (SELECT sum(q.value::integer) AS acts FROM jsonb_each_text(f.quantities) q
    WHERE q.key IN (SELECT service_code FROM acts)) told
  WHERE f.received_on BETWEEN ? AND ? AND (?::bigint IS NULL OR f.convention_id = ?) GROUP BY 1`

const PAID = `
  SELECT extract(year FROM st.issued_at AT TIME ZONE 'Europe/Paris')::integer AS year, count(*) AS statements, sum(${STATEMENT_COST})::bigint AS cents
  FROM statements st JOIN runs r ON r.id = st.run_id
  WHERE (st.issued_at AT TIME ZONE 'Europe/Paris')::date BETWEEN ? AND ? AND (?::bigint IS NULL OR r.convention_id = ?) GROUP BY 1`
