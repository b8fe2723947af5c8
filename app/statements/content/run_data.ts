import { FINDING_CODES, type FindingCode } from '#app/reconciliation/findings/finding_codes'
import type { IssueContext } from '#app/statements/issue/issue_context'
import { CORRECTION_PENDING } from '#app/statements/content/rejected_forms'
import type {
  RunData,
  RunSchedule,
  RunStatement,
  StatementData,
} from '#app/statements/content/statement_data'
import { row, rows } from '#app/shared/rows'
import type { Cents } from '#app/shared/cents'

/** Everything the workbook of a run shows, from the recorded contents of its statements. */
export async function loadRunData(context: IssueContext): Promise<RunData> {
  const { run, convention, issuedOn, issuedAt, fictitious, federation } = context
  const statements = await contents(run.id)
  return {
    code: run.code,
    convention,
    until: run.until,
    issuedOn,
    issuedAt: issuedAt.toISOString(),
    fictitious,
    federation,
    statements: [...statements.map(summary), ...(await heldAssociations(run.id))],
    schedules: await schedules(run.id),
    controls: await controls(run.id, statements),
    findings: counts(statements),
    details: statements.map(
      ({ number, association, lines, corrections, carriedForward, shares, rejected }) => ({
        number,
        associationCode: association.code,
        associationName: association.name,
        lines,
        corrections,
        carriedForward,
        shares,
        rejected,
      })
    ),
  }
}

async function contents(runId: number): Promise<StatementData[]> {
  const found = await rows<{ data: string }>(
    `SELECT c.data FROM statement_contents c JOIN statements s ON s.id = c.statement_id
     WHERE s.run_id = ? ORDER BY s.sequence`,
    [runId]
  )
  return found.map(({ data }) => JSON.parse(data) as StatementData)
}

function summary({
  number,
  association,
  lines,
  corrections,
  carriedForward,
  shares = [],
  total,
  payable,
  carried,
}: StatementData): RunStatement {
  return {
    number,
    associationCode: association.code,
    associationName: association.name,
    lineCount: lines.length + corrections.length + (carriedForward ? 1 : 0) + shares.length,
    total,
    payable,
    carried,
    heldReason: null,
  }
}

function heldAssociations(runId: number): Promise<RunStatement[]> {
  return rows<RunStatement>(
    `SELECT '' AS number, a.code AS "associationCode", a.name AS "associationName", 0 AS "lineCount",
       0 AS total, 0 AS payable, 0 AS carried, h.reason AS "heldReason"
     FROM run_holds h JOIN associations a ON a.id = h.association_id
     WHERE h.run_id = ? AND h.released_at IS NULL ORDER BY a.code`,
    [runId]
  )
}

function schedules(runId: number): Promise<RunSchedule[]> {
  return rows<RunSchedule>(
    `SELECT s.label, s.starts_on AS "from", s.ends_on AS "to", f.service_code AS "serviceCode",
       f.label AS "serviceLabel", f.unit, f.amount_cents AS amount, f.cap
     FROM fee_schedules s JOIN fees f ON f.fee_schedule_id = s.id
     WHERE s.id IN (SELECT f2.fee_schedule_id FROM settlement_lines l JOIN fees f2 ON f2.id = l.fee_id WHERE l.run_id = ?)
     ORDER BY s.starts_on, f.position`,
    [runId]
  )
}

/** Totals by two roads: what the statements print, and what the database holds. */
async function controls(
  runId: number,
  statements: readonly StatementData[]
): Promise<RunData['controls']> {
  const held = await row<{ lines: Cents; statements: Cents; entries: Cents }>(
    `SELECT
       (SELECT coalesce(sum(amount_cents), 0)::bigint FROM settlement_lines WHERE run_id = ?) AS lines,
       (SELECT coalesce(sum(total_cents), 0)::bigint FROM statements WHERE run_id = ?) AS statements,
       (SELECT coalesce(sum(p.credit_cents - p.debit_cents), 0)::bigint FROM journal_postings p
         JOIN journal_entries e ON e.id = p.entry_id JOIN statements s ON s.id = e.statement_id
         WHERE s.run_id = ? AND e.kind = 'statement_issue' AND p.auxiliary IS NOT NULL) AS entries`,
    [runId, runId, runId]
  )
  const total = statements.reduce((sum, statement) => sum + statement.total, 0)
  const carried = statements.reduce(
    (sum, { carriedForward }) => sum + (carriedForward?.amount ?? 0),
    0
  )
  return [
    { label: 'Somme des relevés = somme des lignes', expected: held!.lines, found: total },
    { label: 'Somme des relevés = relevés enregistrés', expected: held!.statements, found: total },
    { label: 'Relevés hors reports = écritures', expected: held!.entries, found: total - carried },
  ]
}

function counts(statements: readonly StatementData[]): RunData['findings'] {
  const byCode = new Map<string, number>()
  for (const { rejected } of statements) {
    for (const { code } of rejected) byCode.set(code, (byCode.get(code) ?? 0) + 1)
  }
  return [...byCode].map(([code, count]) => ({ code, label: label(code), count }))
}

function label(code: string): string {
  if (code === CORRECTION_PENDING) return 'Régularisation à venir'
  return code in FINDING_CODES ? FINDING_CODES[code as FindingCode].label : 'Écartée'
}
