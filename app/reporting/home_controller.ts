import type { HttpContext } from '@adonisjs/core/http'

/** What waits for the person who enters. */
export default class HomeController {
  async show({ view }: HttpContext) {
    return view.render('reporting/home')
  }
}
