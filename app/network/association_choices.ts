import type { Choice } from '#app/shared/screens/list'
import { rows } from '#app/shared/rows'

/** Associations by their code, for a form or a filter. */
export function associationChoices(): Promise<Choice[]> {
  return rows<Choice>(
    `SELECT code AS value, code || ' — ' || name AS label FROM associations ORDER BY code`
  )
}
