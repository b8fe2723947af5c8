import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type { AccessRule } from '#app/accounts/access'
import { rememberCaller } from '#app/portal/api/api_caller'
import { answerRefused } from '#app/portal/api/answer_refused'
import { callerOf } from '#app/portal/api/caller_of'
import { countCall, countWrongToken, isGuessing, tooMany } from '#app/portal/api/rate'

/** Declares a route of the software of an association: a token lets in, cookies count for nothing. */
export function api(): AccessRule {
  return Object.assign(letSoftwareIn, { access: 'api' as const })
}

async function letSoftwareIn(ctx: HttpContext, next: NextFn) {
  if (await isGuessing(ctx)) return tooMany(ctx)
  const [scheme, token = ''] = (ctx.request.header('authorization') ?? '').split(' ')
  const caller = scheme?.toLowerCase() === 'bearer' ? await callerOf(token) : null
  if (!caller) {
    await countWrongToken(ctx)
    ctx.response.header('www-authenticate', 'Bearer')
    return answerRefused(ctx, 401, {
      code: 'JETON_REFUSE',
      message: 'Aucun jeton valable n’accompagne cette demande.',
      remedy:
        'Envoyez « Authorization: Bearer » suivi d’un jeton de la page « Accès du logiciel ».',
    })
  }
  if (!(await countCall(ctx, caller.tokenId))) return tooMany(ctx)
  rememberCaller(ctx, caller)
  return next()
}
