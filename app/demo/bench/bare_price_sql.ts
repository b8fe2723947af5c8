import type { ConventionTerms, FeeTerms } from '#app/conventions/convention_terms'

/** The forms that the product retained, found again among the rows as typed. */
export const RETAINED_ONLY = `
  WHERE (f.reference_saisine, f.association, to_date(f.date_reception, 'DD/MM/YYYY')) IN (
    SELECT r.reference, a.code, r.received_on FROM form_outcomes o
    JOIN return_forms r ON r.id = o.form_id JOIN associations a ON a.id = r.association_id
    WHERE o.outcome = 'RETENUE')`

/**
 * One statement that joins two tables of text, prices each pair by the barèmes written as CASE, and sums by
 * association: no check, no finding, no line kept. It holds for a convention priced on the day of the saisine,
 * without ceiling, whose fees cover every beneficiary; throws for another.
 */
export function barePriceSql(
  { schedules, priceDate, ceilingPerSaisine }: ConventionTerms,
  filter = ''
): string {
  if (priceDate !== 'saisine' || ceilingPerSaisine !== null) {
    throw new Error('The bare SQL does not know the rules of this convention')
  }
  const cents = schedules.map(({ validity: { from, to }, fees }) => {
    const before = to === null ? '' : ` AND day < '${to}'`
    return `CASE WHEN day >= '${from}'${before} THEN ${fees.map(feeSql).join(' + ')} ELSE 0 END`
  })
  return `
    SELECT association, sum(${cents.join(' + ')})::bigint AS cents FROM (
      SELECT f.*, to_date(s.date_saisine, 'DD/MM/YYYY') AS day,
        replace(lower(btrim(f.issue)), ' ', '_') AS result
      FROM bare_fiches f JOIN bare_saisines s
        ON s.reference = f.reference_saisine AND s.convention = f.convention
      ${filter}
      OFFSET 0
    ) pairs GROUP BY association`
}

function feeSql({ serviceCode, unit, amount, cap, outcomes, beneficiaries }: FeeTerms): string {
  if (beneficiaries !== null) throw new Error('The bare SQL does not know this fee')
  const once = unit === 'per_saisine'
  const asked = `coalesce(nullif("${serviceCode}", '')::int, ${once ? 1 : 0})`
  const most = once ? 1 : cap
  const retained = most === null ? asked : `least(${asked}, ${most})`
  const results = outcomes.map((outcome) => `'${outcome}'`).join(', ')
  return `CASE WHEN result IN (${results}) THEN ${amount} * ${retained} ELSE 0 END`
}
