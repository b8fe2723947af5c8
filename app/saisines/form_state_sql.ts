interface Columns {
  id: string
  reference: string
  conventionId: string
}

const RETAINED = `SELECT o.saisine_id FROM form_outcomes o WHERE o.outcome = 'RETENUE' AND o.saisine_id IS NOT NULL`

/** SQL: a form of the saisine came. One row is looked up, and not all the forms, as the planner does for an EXISTS. */
function sent({ reference, conventionId }: Columns): string {
  return `(SELECT 1 FROM return_forms f WHERE f.reference = ${reference} AND f.convention_id = ${conventionId} LIMIT 1)`
}

/** SQL: a form of the saisine came, and the reconciliation read it. */
function read({ reference, conventionId }: Columns): string {
  return `(SELECT 1 FROM return_forms f JOIN form_outcomes o ON o.form_id = f.id
    WHERE f.reference = ${reference} AND f.convention_id = ${conventionId} LIMIT 1)`
}

/** SQL: where the form of one saisine stands, for the few rows of a page. */
export function formStateSql(columns: Columns): string {
  return `CASE WHEN (${RETAINED} AND o.saisine_id = ${columns.id} LIMIT 1) IS NOT NULL THEN 'retained'
    WHEN ${sent(columns)} IS NULL THEN 'missing' WHEN ${read(columns)} = 1 THEN 'refused' ELSE 'received' END`
}

/**
 * SQL: the same states as conditions on all the saisines. Most are retained, and told by their number alone; the few
 * whose form was refused, or not read yet, are found from their forms.
 */
export function formStateConditions(columns: Columns): Readonly<Record<string, string>> {
  const { id, reference, conventionId } = columns
  const waits = `(${id} IN (${RETAINED})) IS NOT TRUE`
  const among = (forms: string) =>
    `(${reference}, ${conventionId}) IN (SELECT f.reference, f.convention_id FROM return_forms f ${forms})`
  const notRetained = `NOT EXISTS (${RETAINED} AND o.saisine_id = ${id})`
  // A form that was linked to another saisine is retained there, and not here.
  const refused = `WHERE f.id IN (SELECT form_id FROM form_outcomes WHERE outcome <> 'RETENUE'
    UNION ALL SELECT form_id FROM decisions WHERE verdict = 'linked')`
  const unread = 'WHERE NOT EXISTS (SELECT 1 FROM form_outcomes o WHERE o.form_id = f.id)'
  return {
    retained: `${id} IN (${RETAINED})`,
    missing: `${waits} AND ${sent(columns)} IS NULL`,
    refused: `${among(refused)} AND ${notRetained} AND ${read(columns)} = 1`,
    received: `${among(unread)} AND ${notRetained} AND ${read(columns)} IS NULL`,
  }
}
