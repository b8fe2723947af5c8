import type { HttpContext } from '@adonisjs/core/http'
import { actionKinds } from '#app/network/actions/action_kinds'
import { declareAction } from '#app/network/actions/declare_action'
import { withdrawAction } from '#app/network/actions/withdraw_action'
import { myActions } from '#app/portal/actions/my_actions'
import { parisDay } from '#app/shared/day'
import { DEPARTMENTS } from '#app/shared/departments'
import { isRefused } from '#app/shared/result'
import { idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

const PAGE = '/mes-actions'

/** The awareness actions of an association: declared, withdrawn. */
export default class MyActionsController {
  async index({ view }: HttpContext) {
    const actions = await myActions()
    const counted = actions.filter(({ withdrawn }) => !withdrawn)
    const kinds = await actionKinds()
    return view.render('portal/actions', {
      actions,
      count: counted.length,
      participants: counted.reduce((sum, one) => sum + one.participants, 0),
      today: parisDay(new Date()),
      kinds: kinds
        .filter(({ retired }) => !retired)
        .map(({ code, label }) => ({ value: code, label })),
      departments: Array.from(DEPARTMENTS, ([value, name]) => ({
        value,
        label: `${value} ${name}`,
      })),
    })
  }

  async store(ctx: HttpContext) {
    const { request } = ctx
    const declared = await declareAction(ctx.auth.user!, {
      heldOn: typed(request, 'jour', 20),
      department: typed(request, 'departement', 5),
      kind: typed(request, 'nature', 60),
      participants: typed(request, 'participants', 20),
      withAmf: typed(request, 'avec_amf', 5),
      label: typed(request, 'libelle', 81),
    })
    if (isRefused(declared)) return refuseBack(ctx, declared, PAGE)
    say(ctx, 'L’action est déclarée.')
    return ctx.response.redirect().status(303).toPath(PAGE)
  }

  async destroy(ctx: HttpContext) {
    const withdrawn = await withdrawAction(ctx.auth.user!, idOf(ctx.params.id))
    if (isRefused(withdrawn)) return refuseBack(ctx, withdrawn, PAGE)
    say(ctx, 'L’action est retirée : elle ne compte plus.')
    return ctx.response.redirect().status(303).toPath(PAGE)
  }
}
