import type { HttpContext } from '@adonisjs/core/http'
import { linesList } from '#app/settlement/run_page/lines_list'
import Run from '#app/settlement/run'
import { found, idOf } from '#app/shared/screens/not_found'
import { showList } from '#app/shared/screens/show_list'

/** The lines of a run: each leads to its reasons. */
export default class RunLinesController {
  async index(ctx: HttpContext) {
    const run = found(await Run.find(idOf(ctx.params.id)))
    return showList(ctx, linesList(run.id, null), 'settlement/run_lines', { run })
  }
}
