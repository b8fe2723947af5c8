import type { HttpContext } from '@adonisjs/core/http'
import { readChangePage } from '#app/network/changes/change_page'
import { changesList } from '#app/network/changes/changes_list'
import { decideChange } from '#app/network/changes/decide_change'
import { isRefused, refuse } from '#app/shared/result'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { showList } from '#app/shared/screens/show_list'
import { typed } from '#app/shared/screens/typed'

/** What associations say of themselves, and what the federation answers. */
export default class ChangesController {
  async index(ctx: HttpContext) {
    return showList(ctx, changesList, 'network/changes')
  }

  async show({ params, view, auth }: HttpContext) {
    const page = found(await readChangePage(idOf(params.id)))
    const decides = auth.user!.role === 'coordinator' && page.change.state === 'proposed'
    return view.render('network/change', { ...page, decides })
  }

  async update(ctx: HttpContext) {
    const changeId = idOf(ctx.params.id)
    const page = `/propositions/${changeId}`
    const verdict = typed(ctx.request, 'verdict', 20)
    if (verdict !== 'accepted' && verdict !== 'refused') {
      return refuseBack(
        ctx,
        refuse('VERDICT_INCONNU', 'Accepter, ou refuser\u00a0?', 'Choisissez un des deux boutons.'),
        page
      )
    }
    const reason = typed(ctx.request, 'motif', 500)
    const decided = await decideChange(ctx.auth.user!, { changeId, verdict, reason })
    if (isRefused(decided)) return refuseBack(ctx, decided, page)
    say(
      ctx,
      verdict === 'accepted' ? 'Mise à jour acceptée\u00a0: c’est fait.' : 'Mise à jour refusée.'
    )
    return ctx.response.redirect().status(303).toPath(page)
  }
}
