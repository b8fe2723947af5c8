import { funderDocument } from '#app/reporting/funder_report/funder_document'
import type { FunderSource } from '#app/reporting/funder_report/funder_source'
import { maskedReport, type MaskedReport } from '#app/reporting/funder_report/masked_report'
import { readFunderSource } from '#app/reporting/funder_report/read_funder_source'
import type { ReportDocument } from '#app/reporting/documents/report_document'
import { reportFrame } from '#app/reporting/documents/report_frame'
import type { ReportPeriod } from '#app/reporting/report_period'
import { formatAmount } from '#app/shared/french_format'
import { refuse, type Refused } from '#app/shared/result'

export interface FunderReport {
  convention: FunderSource['convention']
  paid: FunderSource['paid']
  masked: MaskedReport
  document: ReportDocument
}

/** What a funder is told of a period; refused when the books do not say the same. Null when the convention is unknown. */
export async function funderReport(
  code: string,
  period: ReportPeriod
): Promise<FunderReport | Refused | null> {
  const source = await readFunderSource(code, period)
  if (!source) return null
  const { cents, bookedCents } = source.paid
  if (cents !== bookedCents) {
    return refuse(
      'RAPPORT_DIFFERENT_DES_LIVRES',
      `Les lignes réglées font ${formatAmount(cents)} et leurs écritures ${formatAmount(bookedCents)}\u00a0: ce rapport ne peut pas être remis.`,
      'Lancez ./ace ledger:check, qui dit quel relevé est en cause.'
    )
  }
  const frame = await reportFrame()
  const masked = maskedReport(source, frame.threshold)
  const document = funderDocument(source, masked, frame)
  return { convention: source.convention, paid: source.paid, masked, document }
}
