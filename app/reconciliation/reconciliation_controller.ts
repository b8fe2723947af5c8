import type { HttpContext } from '@adonisjs/core/http'
import { conventionAt } from '#app/reconciliation/convention_at'
import { findingsList } from '#app/reconciliation/findings/findings_list'
import { overview } from '#app/reconciliation/overview'
import { DECIDERS } from '#app/reconciliation/reconciliation_roles'
import { hasRole } from '#app/shared/screens/has_role'
import { found } from '#app/shared/screens/not_found'
import { showList } from '#app/shared/screens/show_list'
import { startWork } from '#app/shared/works/start_work'

/** Forms in front of their saisines: what was found, by convention, and finding them anew. */
export default class ReconciliationController {
  async index(ctx: HttpContext) {
    return ctx.view.render('reconciliation/index', {
      conventions: await overview(),
      decides: hasRole(ctx, DECIDERS),
    })
  }

  async show(ctx: HttpContext) {
    const convention = found(await conventionAt(ctx.params.convention))
    return showList(ctx, findingsList(convention), 'reconciliation/findings', {
      convention,
      decides: hasRole(ctx, DECIDERS),
    })
  }

  async update(ctx: HttpContext) {
    const convention = found(await conventionAt(ctx.params.convention))
    const work = await startWork({
      kind: 'reconcile',
      subjectId: convention.id,
      startedBy: ctx.auth.user!.id,
      options: { back: '/rapprochement' },
    })
    return ctx.response.redirect().status(303).toPath(`/travaux/${work}`)
  }
}
