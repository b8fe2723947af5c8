import type { ReportFigures } from '#app/reporting/funder_report/report_figures'
import type { Figures } from '#app/reporting/masking/figures'
import { maskFigures, type Masking } from '#app/reporting/masking/mask_figures'

/**
 * What a report hides. Of what was paid, everything is hidden when nothing else protects it: so few acts that the total
 * paid, which the funder knows, could be made one way only.
 */
export function maskReport(
  known: Figures,
  { opened, months, received, forms }: ReportFigures,
  threshold: number
): Masking {
  const masking = maskFigures(known, threshold)
  if (masking.proven) return masking
  const arrived = new Set([opened, received, ...[...months, ...forms].map(({ figure }) => figure)])
  const masked = new Set(masking.masked)
  known.figures.forEach(({ kind, value }, figure) => {
    if (kind === 'persons' && value > 0 && !arrived.has(figure)) masked.add(figure)
  })
  return { masked, proven: false }
}
