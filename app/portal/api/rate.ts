import type { HttpContext } from '@adonisjs/core/http'
import limiter from '@adonisjs/limiter/services/main'
import { answerRefused } from '#app/portal/api/answer_refused'

/** Calls of one token in a minute. */
export const CALLS_A_MINUTE = 120

// Made at the first call: a limiter keeps the connections that the process has when it is made.
const byToken = () => limiter.use({ requests: CALLS_A_MINUTE, duration: '1 min' })
const byMachine = () => limiter.use({ requests: 50, duration: '15 mins' })

/** Counts a call of a token; false when there was one too many in this minute. */
export async function countCall({ response }: HttpContext, tokenId: number): Promise<boolean> {
  const { limit, remaining, consumed, availableIn } = await byToken().increment(`api_${tokenId}`)
  response.header('ratelimit-limit', String(limit))
  response.header('ratelimit-remaining', String(remaining))
  if (consumed > limit) response.header('retry-after', String(Math.max(1, availableIn)))
  return consumed <= limit
}

/** Whether a machine brought so many wrong tokens that it is guessing. */
export async function isGuessing({ request, response }: HttpContext): Promise<boolean> {
  const seen = await byMachine().get(`api_refused_${request.ip()}`)
  if (!seen || seen.consumed < seen.limit) return false
  response.header('retry-after', String(Math.max(1, seen.availableIn)))
  return true
}

export async function countWrongToken({ request }: HttpContext): Promise<void> {
  await byMachine().increment(`api_refused_${request.ip()}`)
}

export function tooMany(ctx: HttpContext) {
  return answerRefused(ctx, 429, {
    code: 'TROP_DE_DEMANDES',
    message: 'Trop de demandes en peu de temps.',
    remedy: 'Attendez le nombre de secondes que dit l’en-tête Retry-After.',
  })
}
