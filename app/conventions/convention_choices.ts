import type { Choice } from '#app/shared/screens/list'
import { rows } from '#app/shared/rows'

/** Conventions by their code, for a form or a filter. */
export function conventionChoices(): Promise<Choice[]> {
  return rows<Choice>(
    `SELECT code AS value, code || ' — ' || title AS label FROM conventions ORDER BY code`
  )
}
