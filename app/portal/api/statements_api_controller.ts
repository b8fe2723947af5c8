import type { HttpContext } from '@adonisjs/core/http'
import { apiCaller } from '#app/portal/api/api_caller'
import { apiStatement, apiStatements } from '#app/portal/api/api_statements'
import { answerRefused } from '#app/portal/api/answer_refused'
import { askedPage } from '#app/portal/api/page_of'
import { behindWall } from '#app/portal/behind_wall'
import { isRefused } from '#app/shared/result'
import { found } from '#app/shared/screens/not_found'

/** GET /api/v1/releves and /api/v1/releves/:number */
export default class StatementsApiController {
  async index(ctx: HttpContext) {
    const asked = askedPage(ctx)
    if (isRefused(asked)) return answerRefused(ctx, 400, ...asked.refused)
    return behindWall(apiCaller(ctx).associationId, () => apiStatements(asked))
  }

  async show(ctx: HttpContext) {
    const asked = askedPage(ctx)
    if (isRefused(asked)) return answerRefused(ctx, 400, ...asked.refused)
    const number = String(ctx.params.number).replaceAll('\0', '')
    return found(await behindWall(apiCaller(ctx).associationId, () => apiStatement(number, asked)))
  }
}
