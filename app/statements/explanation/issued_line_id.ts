import { row } from '#app/shared/rows'

/** The line that a statement prints under this number; the services first, then the rest, as on the document. */
export async function issuedLineId(statementId: number, number: number): Promise<number | null> {
  const found = await row<{ id: number }>(
    `SELECT l.id FROM settlement_lines l JOIN statements s USING (run_id, association_id) WHERE s.id = ?
     ORDER BY array_position(ARRAY['service', 'correction', 'carry_forward'], l.kind), l.position
     LIMIT 1 OFFSET ?`,
    [statementId, number - 1]
  )
  return found?.id ?? null
}
