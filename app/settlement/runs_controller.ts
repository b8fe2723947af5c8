import type { HttpContext } from '@adonisjs/core/http'
import { hasFreshCode } from '#app/accounts/entry/fresh_code'
import { createRun } from '#app/settlement/create_run'
import { newRunChoices } from '#app/settlement/new_run_choices'
import { runAssociationsList } from '#app/settlement/run_page/run_associations_list'
import { readRunPage } from '#app/settlement/run_page/run_page'
import { mayOf } from '#app/settlement/run_roles'
import { runsList } from '#app/settlement/runs_list'
import { parseFrenchDay } from '#app/shared/french_parse'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { showList } from '#app/shared/screens/show_list'
import { typed } from '#app/shared/screens/typed'
import { isRefused } from '#app/shared/result'

/** Settlement runs: one convention, one cutoff. */
export default class RunsController {
  async index(ctx: HttpContext) {
    return showList(ctx, runsList, 'settlement/runs', { may: mayOf(ctx.auth.user!.role) })
  }

  async create({ view }: HttpContext) {
    return view.render('settlement/new_run', await newRunChoices())
  }

  async store(ctx: HttpContext) {
    const until = typed(ctx.request, 'jour', 40)
    const run = await createRun({
      conventionCode: typed(ctx.request, 'convention', 40),
      until: parseFrenchDay(until) ?? until,
      preparedBy: ctx.auth.user!.id,
    })
    if (isRefused(run)) return refuseBack(ctx, run, '/campagnes/nouvelle')
    say(ctx, `Campagne ${run.code} ouverte.`)
    return ctx.response.redirect().status(303).toPath(`/campagnes/${run.id}`)
  }

  async show(ctx: HttpContext) {
    const page = found(await readRunPage(idOf(ctx.params.id)))
    return showList(ctx, runAssociationsList(page.run.id), 'settlement/run', {
      ...page,
      may: mayOf(ctx.auth.user!.role),
      needsCode: !hasFreshCode(ctx),
    })
  }
}
