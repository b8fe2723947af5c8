import type { HttpContext } from '@adonisjs/core/http'
import { sendReport } from '#app/reporting/documents/send_report'
import { funderReport } from '#app/reporting/funder_report/funder_report'
import { paidSaisinesList } from '#app/reporting/funder_report/paid_saisines_list'
import { readFunderSource } from '#app/reporting/funder_report/read_funder_source'
import { takenReports } from '#app/reporting/funder_report/taken_reports'
import { periodWords, reportPeriod } from '#app/reporting/report_period'
import { parisDay } from '#app/shared/day'
import { isRefused } from '#app/shared/result'
import { found } from '#app/shared/screens/not_found'
import { refuseBack } from '#app/shared/screens/refuse_back'
import { showList } from '#app/shared/screens/show_list'
import { typed } from '#app/shared/screens/typed'

/** What a funder is told of its convention over a period. */
export default class FunderReportsController {
  /** The saisines that it counts as paid. */
  async index(ctx: HttpContext) {
    const period = askedPeriod(ctx)
    if (isRefused(period)) return refuseBack(ctx, period, '/rapports')
    const source = found(await readFunderSource(String(ctx.params.code), period))
    return showList(ctx, paidSaisinesList(source), 'reporting/paid_saisines', {
      convention: source.convention,
      period,
      days: periodWords(period),
    })
  }

  async show(ctx: HttpContext) {
    const period = askedPeriod(ctx)
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

/** The days of the address, or the current year. */
function askedPeriod({ request }: HttpContext) {
  const year = parisDay(new Date()).slice(0, 4)
  return reportPeriod(
    typed(request, 'du') || `${year}-01-01`,
    typed(request, 'au') || `${year}-12-31`
  )
}
