import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { rows } from '#app/shared/rows'

/** What a shared envelope took off an issued statement, and that no statement issued by a day gives back. */
export interface OpenAbatement {
  /** Number of the statement that was abated. */
  statement: string
  associationCode: string
  associationName: string
  issuedOn: Day
  /** Above zero. */
  amountCents: Cents
}

/** The work was done, and its whole price is due: the books only have what was left of it. In the order of associations. */
export function openAbatements(conventionId: number, until: Day): Promise<OpenAbatement[]> {
  return rows<OpenAbatement>(
    `WITH issued AS (
       SELECT l.id, l.kind, l.corrects_line_id, l.amount_cents, t.number, t.association_id,
         (t.issued_at AT TIME ZONE 'Europe/Paris')::date AS issued_on
       FROM runs r JOIN statements t ON t.run_id = r.id
       JOIN settlement_lines l ON l.run_id = t.run_id AND l.association_id = t.association_id
       WHERE r.convention_id = ? AND l.kind IN ('abatement', 'arrears')
         AND (t.issued_at AT TIME ZONE 'Europe/Paris')::date <= ?)
     SELECT i.number AS statement, a.code AS "associationCode", a.name AS "associationName",
       i.issued_on AS "issuedOn", -i.amount_cents AS "amountCents"
     FROM issued i JOIN associations a ON a.id = i.association_id
     WHERE i.kind = 'abatement'
       AND NOT EXISTS (SELECT 1 FROM issued back WHERE back.kind = 'arrears' AND back.corrects_line_id = i.id)
     ORDER BY a.code, i.number`,
    [conventionId, until]
  )
}
