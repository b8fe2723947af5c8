import type { HttpContext } from '@adonisjs/core/http'
import { departmentYears } from '#app/reporting/dashboard/department_years'
import { measures } from '#app/reporting/dashboard/measures'
import { costByConvention } from '#app/reporting/dashboard/cost_by_convention'
import { shownYears } from '#app/reporting/dashboard/shown_years'
import { yearFigures } from '#app/reporting/dashboard/year_figures'
import { reportedConventions } from '#app/reporting/funder_report/reported_conventions'
import { parisDay } from '#app/shared/day'
import { found } from '#app/shared/screens/not_found'
import { typedOrNull } from '#app/shared/screens/typed'

/** The years side by side. */
export default class DashboardController {
  async show({ request, view }: HttpContext) {
    const conventions = await reportedConventions()
    const code = typedOrNull(request, 'convention')
    const chosen = code === null ? null : found(conventions.find((one) => one.code === code))
    const years = await shownYears(parisDay(new Date()))
    const id = chosen?.id ?? null
    const figures = await yearFigures(id, years[0]!, years.at(-1)!)
    return view.render('reporting/dashboard', {
      conventions,
      code: code ?? '',
      years,
      measures: measures(figures, code),
      costs: await costByConvention(id, years),
      ...(await departmentYears(id, years)),
    })
  }
}
