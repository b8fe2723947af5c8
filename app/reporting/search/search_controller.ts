import type { HttpContext } from '@adonisjs/core/http'
import { findAll, onlyExact } from '#app/reporting/search/find_all'
import { readQuery } from '#app/reporting/search/read_query'
import { searchExamples } from '#app/reporting/search/search_words'
import { typed } from '#app/shared/screens/typed'

/** One field that finds everything that has a name, a number or an amount. */
export default class SearchController {
  async show({ auth, request, response, view }: HttpContext) {
    const query = readQuery(typed(request, 'q', 200))
    const groups = query ? await findAll(query, auth.user!.role) : []
    const only = onlyExact(groups)
    if (only) return response.redirect().status(303).toPath(only.href)
    return view.render('reporting/search', {
      query,
      groups,
      examples: searchExamples(auth.user!.role),
    })
  }
}
