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

/** SQL: the same states as conditions on all the saisines; most are retained, and told by their number alone. */
export function formStateConditions(columns: Columns): Readonly<Record<string, string>> {
  const waits = `(${columns.id} IN (${RETAINED})) IS NOT TRUE`
  return {
    retained: `${columns.id} IN (${RETAINED})`,
    missing: `${waits} AND ${sent(columns)} IS NULL`,
    refused: `${waits} AND ${read(columns)} = 1`,
    received: `${waits} AND ${sent(columns)} = 1 AND ${read(columns)} IS NULL`,
  }
}
