import type { FunderSource } from '#app/reporting/funder_report/funder_source'

/** The list of the saisines that a cell of the report counts as paid. */
export function paidAddress(
  { convention, period }: Pick<FunderSource, 'convention' | 'period'>,
  narrowed: Readonly<Record<string, string>> = {}
): string {
  const query = new URLSearchParams({ du: period.from, au: period.until, ...narrowed })
  return `/rapports/financeurs/${convention.code}/saisines?${query.toString()}`
}
