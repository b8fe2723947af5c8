import { rows } from '#app/shared/rows'

/** Conventions whose live barèmes give a template of fiches its columns. */
export function conventionsOfForms(): Promise<{ code: string; title: string }[]> {
  return rows(
    `SELECT code, title FROM conventions c WHERE EXISTS (
       SELECT 1 FROM fee_schedules s WHERE s.convention_id = c.id AND s.superseded_at IS NULL) ORDER BY code`
  )
}
