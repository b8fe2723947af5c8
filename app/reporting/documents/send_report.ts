import type { HttpContext } from '@adonisjs/core/http'
import { logAccess } from '#app/accounts/entry/log_access'
import { cellText } from '#app/reporting/documents/cell_text'
import type { ReportDocument } from '#app/reporting/documents/report_document'
import { attachment, XLSX } from '#app/shared/screens/attachment'

/** Answers the address of a report: the page, or the same as a file (`format=pdf|xlsx`); who takes a file is logged. */
export async function sendReport(
  ctx: HttpContext,
  report: ReportDocument,
  template: string,
  more: Record<string, unknown> = {}
) {
  const format: unknown = ctx.request.qs().format
  if (format !== 'pdf' && format !== 'xlsx') {
    return ctx.view.render(template, { report, cellText, ...more })
  }
  const name = `${report.fileName}.${format}`
  await logAccess(ctx, ctx.auth.user!.id, 'document.read', name)
  if (format === 'pdf') {
    const { renderReportPdf } = await import('#app/reporting/documents/render_report_pdf')
    return attachment(ctx, name, 'application/pdf').send(await renderReportPdf(report))
  }
  const { renderReportWorkbook } = await import('#app/reporting/documents/render_report_workbook')
  return attachment(ctx, name, XLSX).send(await renderReportWorkbook(report))
}
