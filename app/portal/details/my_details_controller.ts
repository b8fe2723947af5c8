import type { HttpContext } from '@adonisjs/core/http'
import { readMyDetails } from '#app/portal/details/my_details'

/** How an association is paid and reached. */
export default class MyDetailsController {
  async show({ view }: HttpContext) {
    return view.render('portal/details', await readMyDetails())
  }
}
