import type { FunderSource } from '#app/reporting/funder_report/funder_source'
import type { MaskedReport } from '#app/reporting/funder_report/masked_report'
import { delays, volumes } from '#app/reporting/funder_report/case_sections'
import { money, origin, services } from '#app/reporting/funder_report/money_sections'
import { departments, facts, profiles } from '#app/reporting/funder_report/people_sections'
import type { ReportDocument } from '#app/reporting/documents/report_document'
import type { ReportFrame } from '#app/reporting/documents/report_frame'
import { periodWords } from '#app/reporting/report_period'

/** What is told to a funder of a convention and a period, with what may not be shown masked. */
export function funderDocument(
  source: FunderSource,
  masked: MaskedReport,
  frame: ReportFrame
): ReportDocument {
  const { convention, period } = source
  const { threshold, ...signed } = frame
  return {
    ...signed,
    fictitious: frame.fictitious || convention.fictitious,
    title: 'Rapport au financeur',
    subtitle: `${convention.funder}. Convention ${convention.code}, ${convention.title}, ${periodWords(period)}`,
    fileName: `rapport-${convention.code}-${period.from}-${period.until}`,
    on: period.until,
    sections: [
      origin(source, masked, threshold),
      services(source, masked),
      money(source),
      volumes(source, masked),
      ...(masked.detailed
        ? [
            delays(source, threshold),
            profiles(source, masked),
            facts(source, masked),
            departments(source, masked),
          ]
        : []),
    ],
  }
}
