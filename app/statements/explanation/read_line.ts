import { LINE_KINDS } from '#app/settlement/run_page/lines_list'
import { explainLineOfRun } from '#app/statements/explanation/explain_line'
import { runningTotals } from '#app/statements/explanation/running_totals'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { row, rows } from '#app/shared/rows'

interface LineFacts {
  kind: string
  service: string | null
  amountCents: Cents
  runId: number
  runCode: string
  associationId: number
  associationCode: string
  associationName: string
  conventionId: number
  conventionCode: string
  statementId: number | null
  statement: string | null
  saisineId: number | null
  saisine: string | null
  openedOn: Day | null
  formId: number | null
  receivedOn: Day | null
  firstContactOn: Day | null
  lastActOn: Day | null
  schedule: string | null
  correctsLineId: number | null
  correctionId: number | null
  correctedStatement: string | null
  carriedStatementId: number | null
}

/**
 * A line with its reasons, its operations and what they rest on: what whoever reads « Pourquoi ce montant ? » is told.
 * Null when the reader sees no such line; behind the wall of the portal, one of their own issued statements.
 */
export async function readLine(id: number) {
  const line = await row<LineFacts>(FACTS, [id])
  const explanation = line && (await explainLineOfRun(id))
  if (!line || !explanation) return null
  return {
    id,
    line,
    nature: LINE_KINDS[line.kind]!,
    explanation,
    steps: runningTotals(explanation.arithmetic),
    later: await laterCorrections(id),
  }
}

/** Lines of later runs that correct this one. */
function laterCorrections(id: number) {
  return rows<{ id: number; amountCents: Cents; statement: string | null }>(
    `SELECT l.id, l.amount_cents AS "amountCents", s.number AS statement FROM settlement_lines l
     LEFT JOIN statements s USING (run_id, association_id) WHERE l.corrects_line_id = ? ORDER BY l.id`,
    [id]
  )
}

const FACTS = `
  SELECT l.kind, coalesce(fee.label, old_fee.label) AS service, l.amount_cents AS "amountCents",
    r.id AS "runId", r.code AS "runCode", a.id AS "associationId", a.code AS "associationCode", a.name AS "associationName",
    c.id AS "conventionId", c.code AS "conventionCode", st.id AS "statementId", st.number AS statement,
    s.id AS "saisineId", s.reference AS saisine, s.opened_on AS "openedOn", f.id AS "formId",
    f.received_on AS "receivedOn", f.first_contact_on AS "firstContactOn", f.last_act_on AS "lastActOn",
    fs.label AS schedule, l.corrects_line_id AS "correctsLineId", l.proposed_correction_id AS "correctionId",
    old_st.number AS "correctedStatement", l.carried_statement_id AS "carriedStatementId"
  FROM settlement_lines l
  JOIN runs r ON r.id = l.run_id JOIN conventions c ON c.id = r.convention_id
  JOIN associations a ON a.id = l.association_id
  LEFT JOIN statements st ON st.run_id = l.run_id AND st.association_id = l.association_id
  LEFT JOIN saisines s ON s.id = l.saisine_id
  LEFT JOIN return_forms f ON f.id = l.form_id
  LEFT JOIN fees fee ON fee.id = l.fee_id
  LEFT JOIN fee_schedules fs ON fs.id = fee.fee_schedule_id
  LEFT JOIN settlement_lines old ON old.id = l.corrects_line_id
  LEFT JOIN fees old_fee ON old_fee.id = old.fee_id
  LEFT JOIN statements old_st ON old_st.run_id = old.run_id AND old_st.association_id = old.association_id
  WHERE l.id = ?`
