import type { HttpContext } from '@adonisjs/core/http'
import { CHANGE_KINDS, isChangeKind, type ChangeKind } from '#app/network/changes/change_kinds'
import { proposeChange } from '#app/network/changes/propose_change'
import { myAssociation } from '#app/portal/details/my_details'
import { statedTyped } from '#app/portal/details/stated_typed'
import { parisDay } from '#app/shared/day'
import { isRefused } from '#app/shared/result'
import { NotFound } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'

/** Address parts of the kinds: what is proposed is named in French. */
const KINDS: Readonly<Record<string, ChangeKind>> = {
  contacts: 'contacts',
  departements: 'departments',
  referent: 'referent',
}

/** What an association says of itself: the federation accepts it before it is so. */
export default class MyChangesController {
  async create({ params, view }: HttpContext) {
    const kind = kindOf(params.nature)
    return view.render('portal/new_change', {
      kind,
      title: CHANGE_KINDS[kind],
      action: `/mes-coordonnees/mise-a-jour/${params.nature}`,
      association: await myAssociation(),
      today: parisDay(new Date()),
    })
  }

  async store(ctx: HttpContext) {
    const kind = kindOf(ctx.params.nature)
    const proposed = await proposeChange(ctx.auth.user!, {
      kind,
      stated: statedTyped(ctx.request, kind),
    })
    if (isRefused(proposed)) return refuseBack(ctx, proposed)
    say(ctx, 'Mise à jour proposée\u00a0: la fédération la vérifie, puis l’enregistre.')
    return ctx.response.redirect().status(303).toPath('/mes-coordonnees')
  }
}

function kindOf(part: unknown): ChangeKind {
  const kind = typeof part === 'string' && Object.hasOwn(KINDS, part) ? KINDS[part]! : ''
  if (!isChangeKind(kind)) throw new NotFound()
  return kind
}
