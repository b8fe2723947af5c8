import type { HttpContext } from '@adonisjs/core/http'
import { sendReport } from '#app/reporting/documents/send_report'
import { funderReport } from '#app/reporting/funder_report/funder_report'
import { takenReports } from '#app/reporting/funder_report/taken_reports'
import { periodWords, reportPeriod } from '#app/reporting/report_period'
import { parisDay } from '#app/shared/day'
import { isRefused } from '#app/shared/result'
import { found } from '#app/shared/screens/not_found'
import { refuseBack } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

/** What a funder is told of its convention over a period. */
export default class FunderReportsController {
  async show(ctx: HttpContext) {
    const today = parisDay(new Date())
    const period = reportPeriod(
      typed(ctx.request, 'du') || `${today.slice(0, 4)}-01-01`,
      typed(ctx.request, 'au') || `${today.slice(0, 4)}-12-31`
    )
    if (isRefused(period)) return refuseBack(ctx, period, '/rapports')
    const report = found(await funderReport(String(ctx.params.code), period))
    if (isRefused(report)) return refuseBack(ctx, report, '/rapports')
    const { document, convention } = report
    const taken = await takenReports(convention.code, period)
    return sendReport(ctx, document, 'reporting/funder_report', {
      convention,
      period,
      taken: taken.map(periodWords),
    })
  }
}
