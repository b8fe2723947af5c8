import type { HttpContext } from '@adonisjs/core/http'
import { readMyLine } from '#app/portal/payments/my_line'
import { found, idOf } from '#app/shared/screens/not_found'

/** « Pourquoi ce montant ? », for who is paid it. */
export default class MyLinesController {
  async show({ params, view }: HttpContext) {
    return view.render('portal/line', found(await readMyLine(idOf(params.id))))
  }
}
