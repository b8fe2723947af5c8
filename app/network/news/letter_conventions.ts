import { rows } from '#app/shared/rows'
import type { Choice } from '#app/shared/screens/list'

/** Conventions for whose associations something may be published; this room comes before that of conventions. */
export function letterConventions(): Promise<Choice[]> {
  return rows<Choice>(
    `SELECT code AS value, code || ' — ' || title AS label FROM conventions ORDER BY code`
  )
}
