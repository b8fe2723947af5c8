import { row } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** What a dispute is about: a line of an issued statement, or a form that was not retained. */
export type Contested =
  { statement: string; position: number } | { lineId: number } | { formId: number }

/** The contested thing as it stands. */
export interface ContestedThing {
  associationId: number
  lineId: number | null
  formId: number | null
  /** Whether it may be contested: a line is issued, a form is examined and not retained. */
  contestable: boolean
}

/** Finds what is contested, in the caller's transaction; null when there is no such thing. */
export function findContested(trx: Trx, contested: Contested): Promise<ContestedThing | null> {
  if ('formId' in contested) return row<ContestedThing>(FORM, [contested.formId], trx)
  if ('lineId' in contested) {
    return row<ContestedThing>(`${LINE} WHERE l.id = ?`, [contested.lineId], trx)
  }
  return row<ContestedThing>(
    `${LINE} WHERE st.number = ? AND l.number = ?`,
    [contested.statement, contested.position],
    trx
  )
}

const FORM = `
  SELECT f.association_id AS "associationId", NULL::bigint AS "lineId", f.id AS "formId",
    coalesce(o.outcome <> 'RETENUE', false) AS contestable
  FROM return_forms f LEFT JOIN form_outcomes o ON o.form_id = f.id WHERE f.id = ?`

// The documents number the services alone, whatever was calculated between them; the rest follows, in their order.
const LINE = `
  SELECT l.association_id AS "associationId", l.id AS "lineId", NULL::bigint AS "formId", true AS contestable
  FROM statements st
  JOIN LATERAL (SELECT *, row_number() OVER (
      ORDER BY array_position(ARRAY['service', 'correction', 'carry_forward'], kind), position) AS number
    FROM settlement_lines WHERE run_id = st.run_id AND association_id = st.association_id) l ON true`
