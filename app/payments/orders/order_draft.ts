import type { HttpRequest } from '@adonisjs/core/http'
import { nextTargetDay } from '#app/payments/target_calendar'
import { parisDay, type Day } from '#app/shared/day'
import { parseFrenchDay } from '#app/shared/french_parse'
import { ticked, typed } from '#app/shared/screens/typed'

export interface OrderDraft {
  runIds: number[]
  executionDate: Day
}

/** The runs chosen, all of those that wait when none is; the day typed, or the next on which banks settle. */
export function readOrderDraft(
  request: Pick<HttpRequest, 'input'>,
  payable: readonly { id: number }[],
  at = new Date()
): OrderDraft {
  const chosen = new Set(ticked(request, 'campagnes'))
  const known = payable.map(({ id }) => id)
  const runIds = known.filter((id) => chosen.has(String(id)))
  return {
    runIds: chosen.size === 0 ? known : runIds,
    executionDate: parseFrenchDay(typed(request, 'jour', 40)) ?? nextTargetDay(parisDay(at)),
  }
}
