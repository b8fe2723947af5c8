import type { HttpContext } from '@adonisjs/core/http'
import { readCorrectionPage } from '#app/settlement/corrections/correction_page'
import { correctionsList } from '#app/settlement/corrections/corrections_list'
import { mayOf } from '#app/settlement/run_roles'
import { found, idOf } from '#app/shared/screens/not_found'
import { showList } from '#app/shared/screens/show_list'

/** Corrections that late evidence proposes. */
export default class CorrectionsController {
  async index(ctx: HttpContext) {
    return showList(ctx, correctionsList, 'settlement/corrections')
  }

  async show({ params, view, auth }: HttpContext) {
    const page = found(await readCorrectionPage(idOf(params.id)))
    return view.render('settlement/correction', { ...page, may: mayOf(auth.user!.role) })
  }
}
