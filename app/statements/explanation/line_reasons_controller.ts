import type { HttpContext } from '@adonisjs/core/http'
import { readLinePage } from '#app/statements/explanation/line_page'
import { found, idOf } from '#app/shared/screens/not_found'

/** « Pourquoi ce montant ? » */
export default class LineReasonsController {
  async show({ params, view }: HttpContext) {
    return view.render('statements/line', found(await readLinePage(idOf(params.id))))
  }
}
