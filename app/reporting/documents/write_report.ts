import { join } from 'node:path'
import type { ReportDocument } from '#app/reporting/documents/report_document'
import { renderReportPdf } from '#app/reporting/documents/render_report_pdf'
import { renderReportWorkbook } from '#app/reporting/documents/render_report_workbook'
import { writeFileAtomic } from '#app/shared/write_file_atomic'

/** Writes a report as a PDF and as a workbook in a folder, which is made when it is not there; gives both paths. */
export async function writeReport(report: ReportDocument, folder: string): Promise<string[]> {
  const files = [
    [join(folder, `${report.fileName}.pdf`), await renderReportPdf(report)],
    [join(folder, `${report.fileName}.xlsx`), await renderReportWorkbook(report)],
  ] as const
  for (const [path, bytes] of files) await writeFileAtomic(path, bytes)
  return files.map(([path]) => path)
}
