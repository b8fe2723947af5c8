import type { HttpContext } from '@adonisjs/core/http'
import { apiCaller } from '#app/portal/api/api_caller'
import { apiSaisines } from '#app/portal/api/api_saisines'
import { answerRefused } from '#app/portal/api/answer_refused'
import { askedPage } from '#app/portal/api/page_of'
import { behindWall } from '#app/portal/behind_wall'
import { isRefused } from '#app/shared/result'

/** GET /api/v1/saisines */
export default class SaisinesApiController {
  async index(ctx: HttpContext) {
    const asked = askedPage(ctx)
    if (isRefused(asked)) return answerRefused(ctx, 400, ...asked.refused)
    return behindWall(apiCaller(ctx).associationId, () => apiSaisines(asked))
  }
}
