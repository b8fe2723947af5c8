import { FINDING_CODES, type FindingCode } from '#app/reconciliation/findings/finding_codes'
import type { Reconciliation } from '#app/reconciliation/reconcile'
import { formatNumber } from '#app/shared/french_format'
import { textTable } from '#app/shared/text_table'

/** Outcomes and findings with their counts, the largest first, for a terminal. */
export function reconciliationLines({
  outcomes,
  findings,
}: Pick<Reconciliation, 'outcomes' | 'findings'>): string[] {
  return ['Issue des fiches', ...table(outcomes), 'Constats', ...table(findings)]
}

function table(counts: ReadonlyMap<string, number>): string[] {
  const rows = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return textTable(rows.map(([code, count]) => [`  ${outcomeLabel(code)}`, formatNumber(count)]))
}

/** The French name of an outcome or a finding. */
export function outcomeLabel(code: string): string {
  if (code === 'RETENUE') return 'Retenue'
  if (code === 'ECARTEE') return 'Écartée'
  return FINDING_CODES[code as FindingCode].label
}
