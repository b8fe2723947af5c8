import type { HttpContext } from '@adonisjs/core/http'
import { readDisputePage } from '#app/settlement/disputes/dispute_page'
import { disputesList } from '#app/settlement/disputes/disputes_list'
import { mayOf } from '#app/settlement/run_roles'
import { found, idOf } from '#app/shared/screens/not_found'
import { showList } from '#app/shared/screens/show_list'

/** What associations contest. */
export default class DisputesController {
  async index(ctx: HttpContext) {
    return showList(ctx, disputesList, 'settlement/disputes')
  }

  async show({ params, view, auth }: HttpContext) {
    const page = found(await readDisputePage(idOf(params.id)))
    return view.render('settlement/dispute', { ...page, may: mayOf(auth.user!.role) })
  }
}
