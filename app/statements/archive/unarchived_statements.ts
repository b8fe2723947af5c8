import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { rows } from '#app/shared/rows'

/** Statements of a run that an interrupted issue left without their two documents. */
export async function unarchivedStatements(
  runId: number,
  client?: QueryClientContract
): Promise<number[]> {
  const found = await rows<{ id: number }>(
    `SELECT s.id FROM statements s WHERE s.run_id = ?
       AND (SELECT count(*) FROM documents d WHERE d.statement_id = s.id
         AND kind IN ('statement_pdf', 'statement_xlsx')) < 2 ORDER BY s.id`,
    [runId],
    client
  )
  return found.map(({ id }) => id)
}
