import type { HttpContext } from '@adonisjs/core/http'
import { reportedConventions } from '#app/reporting/funder_report/reported_conventions'
import { parisDay } from '#app/shared/day'
import { typed } from '#app/shared/screens/typed'

/** Where reports are asked for. */
export default class ReportsController {
  async index({ view }: HttpContext) {
    const year = Number(parisDay(new Date()).slice(0, 4))
    return view.render('reporting/reports', { conventions: await reportedConventions(), year })
  }

  /** The report of the convention and the days that a form asks for. */
  async create({ request, response }: HttpContext) {
    const code = encodeURIComponent(typed(request, 'convention'))
    const days = new URLSearchParams({ du: typed(request, 'du'), au: typed(request, 'au') })
    const path = code === '' ? '/rapports' : `/rapports/financeurs/${code}?${days.toString()}`
    return response.redirect().status(303).toPath(path)
  }
}
