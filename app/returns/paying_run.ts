import { row } from '#app/shared/rows'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

/**
 * The run that keeps the form of a saisine as it is: submitted to its approvers, or issued. Runs under preparation are
 * calculated again instead.
 */
export function payingRun(
  saisineId: number,
  client?: QueryClientContract
): Promise<{ code: string } | null> {
  return row<{ code: string }>(
    `SELECT r.code FROM settlement_lines l JOIN runs r ON r.id = l.run_id
     WHERE l.saisine_id = ? AND r.state NOT IN ('draft', 'calculated', 'abandoned') ORDER BY r.id LIMIT 1`,
    [saisineId],
    client
  )
}
