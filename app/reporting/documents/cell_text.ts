import { formatAmount, formatNumber } from '#app/shared/french_format'
import type { ReportCell } from '#app/reporting/documents/report_document'

/** What stands where a number is hidden. */
export const MASKED_TEXT = 'masqué'

/** A cell as it reads. */
export function cellText(cell: ReportCell): string {
  if (cell === null) return ''
  switch (cell.kind) {
    case 'text':
      return cell.value
    case 'count':
      return formatNumber(cell.value)
    case 'amount':
      return formatAmount(cell.value)
    case 'share':
      return `${formatNumber(cell.value)}\u00a0%`
    case 'masked':
      return MASKED_TEXT
  }
}
