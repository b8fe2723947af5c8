import { parisDay, type Day } from '#app/shared/day'
import type { Choice } from '#app/shared/screens/list'
import { rows } from '#app/shared/rows'

export interface NewRunChoices {
  conventions: Choice[]
  /** The first day of the present quarter: what was received before it is whole. */
  proposed: Day
  /** The only convention that has something to settle and no run under way, if there is one. */
  likely: string | null
}

/** The conventions that a run may be opened for. */
export async function newRunChoices(at = new Date()): Promise<NewRunChoices> {
  const today = parisDay(at)
  const month = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1
  const proposed = `${today.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
  const waiting = await rows<{ code: string }>(WAITING, [proposed])
  return {
    conventions: await rows<Choice>(
      `SELECT code AS value, code || ', ' || title AS label FROM conventions WHERE state <> 'draft' ORDER BY code`
    ),
    proposed,
    likely: waiting.length === 1 ? waiting[0]!.code : null,
  }
}

/** Conventions without an open run that received forms since the cutoff of their last one. */
const WAITING = `
  SELECT code FROM conventions c
  LEFT JOIN LATERAL (SELECT max(until) AS settled, bool_or(state NOT IN ('issued', 'paid', 'closed')) AS open
    FROM runs WHERE convention_id = c.id AND state <> 'abandoned') r ON true
  WHERE c.state <> 'draft' AND open IS NOT TRUE AND EXISTS (SELECT 1 FROM return_forms f
    WHERE f.convention_id = c.id AND f.received_on >= coalesce(settled, '-infinity') AND f.received_on < ?)`
