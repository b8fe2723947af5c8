import type { HttpContext } from '@adonisjs/core/http'
import { readYear } from '#app/ledger/read_book_options'
import { addPublishedFigure } from '#app/reporting/annual_review/add_published_figure'
import { removePublishedFigure } from '#app/reporting/annual_review/remove_published_figure'
import { isRefused } from '#app/shared/result'
import { backPath } from '#app/shared/screens/back_path'
import { idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

/** The figures that others published, beside ours. */
export default class PublishedFiguresController {
  async store(ctx: HttpContext) {
    const year = readYear(typed(ctx.request, 'annee'))
    if (isRefused(year)) return refuseBack(ctx, year)
    const added = await addPublishedFigure(ctx.auth.user!.id, {
      year: year.year,
      label: typed(ctx.request, 'intitule'),
      value: typed(ctx.request, 'valeur'),
      source: typed(ctx.request, 'source'),
    })
    if (isRefused(added)) return refuseBack(ctx, added)
    say(ctx, 'Chiffre publié ajouté.')
    return ctx.response.redirect().status(303).toPath(backPath(ctx))
  }

  async destroy(ctx: HttpContext) {
    const removed = await removePublishedFigure(ctx.auth.user!.id, idOf(ctx.params.id))
    if (isRefused(removed)) return refuseBack(ctx, removed)
    say(ctx, `Chiffre retiré\u00a0: ${removed.label}.`)
    return ctx.response.redirect().status(303).toPath(backPath(ctx))
  }
}
