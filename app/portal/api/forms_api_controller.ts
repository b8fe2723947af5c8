import type { HttpContext } from '@adonisjs/core/http'
import { answerOnce } from '#app/portal/api/answer_once'
import { answerRefused } from '#app/portal/api/answer_refused'
import { apiCaller } from '#app/portal/api/api_caller'
import { submitForm } from '#app/portal/api/submit_form'
import { isRefused } from '#app/shared/result'

const KEY = /^[\w-]{8,64}$/

/** POST /api/v1/fiches */
export default class FormsApiController {
  async store(ctx: HttpContext) {
    const { request, response } = ctx
    const caller = apiCaller(ctx)
    if (!request.is(['application/json'])) {
      return answerRefused(ctx, 415, {
        code: 'FORMAT_NON_ACCEPTE',
        message: 'Le corps de la demande n’est pas annoncé comme du JSON.',
        remedy: 'Envoyez « Content-Type: application/json ».',
      })
    }
    const key = request.header('idempotency-key') ?? ''
    if (!KEY.test(key)) {
      return answerRefused(ctx, 400, {
        code: 'CLE_ABSENTE',
        message: 'La clé d’idempotence manque, ou n’est pas lisible.',
        remedy:
          'Envoyez « Idempotency-Key » avec 8 à 64 lettres, chiffres ou tirets, une clé par fiche envoyée.',
        field: 'Idempotency-Key',
      })
    }
    const body: unknown = request.body()
    const answered = await answerOnce({ associationId: caller.associationId, key, body }, (trx) =>
      submitForm(trx, caller, body)
    )
    if (isRefused(answered)) return answerRefused(ctx, 409, ...answered.refused)
    if (answered.again) response.header('idempotency-replayed', 'true')
    return response.status(answered.status).json(answered.answer)
  }
}
