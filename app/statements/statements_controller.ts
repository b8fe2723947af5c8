import type { HttpContext } from '@adonisjs/core/http'
import { linesList } from '#app/settlement/run_page/lines_list'
import { mayOf } from '#app/settlement/run_roles'
import { readStatementPage } from '#app/statements/statement_page'
import { statementsList } from '#app/statements/statements_list'
import { found, idOf } from '#app/shared/screens/not_found'
import { showList } from '#app/shared/screens/show_list'

/** Statements: one association’s part of one run, numbered for ever. */
export default class StatementsController {
  async index(ctx: HttpContext) {
    return showList(ctx, statementsList, 'statements/statements')
  }

  async show(ctx: HttpContext) {
    const page = found(await readStatementPage(idOf(ctx.params.id)))
    const { runId, associationId } = page.statement
    return showList(ctx, linesList(runId, associationId), 'statements/statement', {
      ...page,
      may: mayOf(ctx.auth.user!.role),
    })
  }
}
