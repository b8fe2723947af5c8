import type { HttpContext } from '@adonisjs/core/http'
import type { Reason } from '#app/shared/result'

/** Answers why nothing was done, in the shape of every refusal. */
export function answerRefused(
  { response }: Pick<HttpContext, 'response'>,
  status: number,
  ...refused: Reason[]
) {
  return response.status(status).json({ refused })
}
