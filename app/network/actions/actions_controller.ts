import type { HttpContext } from '@adonisjs/core/http'
import { actionKinds } from '#app/network/actions/action_kinds'
import { actionsList } from '#app/network/actions/actions_list'
import { addActionKind } from '#app/network/actions/add_action_kind'
import { retireActionKind } from '#app/network/actions/retire_action_kind'
import { isRefused } from '#app/shared/result'
import { hasRole } from '#app/shared/screens/has_role'
import { idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { showList } from '#app/shared/screens/show_list'
import { typed } from '#app/shared/screens/typed'

const PAGE = '/actions'

/** The awareness actions that associations declare, and the list of their kinds. */
export default class ActionsController {
  async index(ctx: HttpContext) {
    return showList(ctx, actionsList, 'network/actions', {
      mayWrite: hasRole(ctx, ['coordinator']),
      kinds: await actionKinds(),
    })
  }

  async store(ctx: HttpContext) {
    const added = await addActionKind(ctx.auth.user!, typed(ctx.request, 'nature', 81))
    if (isRefused(added)) return refuseBack(ctx, added, PAGE)
    say(ctx, 'La nature est ajoutée : les associations peuvent la choisir.')
    return ctx.response.redirect().status(303).toPath(PAGE)
  }

  async update(ctx: HttpContext) {
    const kind = await retireActionKind(ctx.auth.user!, idOf(ctx.params.id))
    if (isRefused(kind)) return refuseBack(ctx, kind, PAGE)
    say(
      ctx,
      kind.retired
        ? `« ${kind.label} » ne se choisit plus ; ce qui est déclaré le reste.`
        : `« ${kind.label} » se choisit de nouveau.`
    )
    return ctx.response.redirect().status(303).toPath(PAGE)
  }
}
