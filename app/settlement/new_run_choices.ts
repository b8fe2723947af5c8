import { parisDay, type Day } from '#app/shared/day'
import type { Choice } from '#app/shared/screens/list'
import { rows } from '#app/shared/rows'

export interface NewRunChoices {
  conventions: Choice[]
  /** The first day of the present quarter: what was received before it is whole. */
  proposed: Day
}

/** The conventions that a run may be opened for. */
export async function newRunChoices(at = new Date()): Promise<NewRunChoices> {
  const today = parisDay(at)
  const month = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1
  return {
    conventions: await rows<Choice>(
      `SELECT code AS value, code || ', ' || title AS label FROM conventions WHERE state <> 'draft' ORDER BY code`
    ),
    proposed: `${today.slice(0, 4)}-${String(month).padStart(2, '0')}-01`,
  }
}
