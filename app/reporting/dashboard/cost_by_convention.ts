import type { Cents } from '#app/shared/cents'
import { STATEMENT_COST } from '#app/reporting/statement_cost_sql'
import { rows } from '#app/shared/rows'

export interface ConventionCost {
  code: string
  /** By year: what its statements cost, and how many saisines they pay. */
  years: { year: number; cents: Cents; saisines: number; eachCents: Cents | null }[]
}

/** What each convention cost, year by year, over all and by saisine paid. */
export async function costByConvention(
  conventionId: number | null,
  years: readonly number[]
): Promise<ConventionCost[]> {
  const found = await rows<{ code: string; year: number; cents: Cents; saisines: number }>(
    `WITH issued AS (
       SELECT st.run_id, st.association_id, r.convention_id, ${STATEMENT_COST} AS cents,
         extract(year FROM st.issued_at AT TIME ZONE 'Europe/Paris')::integer AS year
       FROM statements st JOIN runs r ON r.id = st.run_id
       WHERE (st.issued_at AT TIME ZONE 'Europe/Paris')::date BETWEEN ? AND ? AND (?::bigint IS NULL OR r.convention_id = ?)),
     paid AS (
       SELECT convention_id, year, count(DISTINCT l.saisine_id) AS saisines FROM issued
       JOIN settlement_lines l USING (run_id, association_id) WHERE l.kind = 'service' GROUP BY 1, 2)
     SELECT c.code, i.year, i.cents, coalesce(p.saisines, 0) AS saisines
     FROM (SELECT convention_id, year, sum(cents)::bigint AS cents FROM issued GROUP BY 1, 2) i
     JOIN conventions c ON c.id = i.convention_id LEFT JOIN paid p USING (convention_id, year) ORDER BY c.code, i.year`,
    [`${years[0]}-01-01`, `${years.at(-1)}-12-31`, conventionId, conventionId]
  )
  return Array.from(
    Map.groupBy(found, ({ code }) => code),
    ([code, some]) => ({
      code,
      years: years.map((year) => {
        const one = some.find((other) => other.year === year)
        const { cents = 0, saisines = 0 } = one ?? {}
        return {
          year,
          cents,
          saisines,
          eachCents: saisines === 0 ? null : Math.round(cents / saisines),
        }
      }),
    })
  )
}
