import type { IssueContext } from '#app/statements/issue/issue_context'
import { statementShare } from '#app/statements/issue/statement_share'
import type { LineKind } from '#app/settlement/line_kind'
import { rejectedForms } from '#app/statements/content/rejected_forms'
import { lineNote } from '#app/statements/content/line_note'
import type {
  RejectedForm,
  StatementCorrection,
  StatementData,
  StatementLine,
  StatementShare,
} from '#app/statements/content/statement_data'
import type { Cents } from '#app/shared/cents'
import { rows } from '#app/shared/rows'

/** The lines of one association in a run, as its statement shows them. */
export interface StatementParts {
  lines: StatementLine[]
  corrections: StatementCorrection[]
  carriedForward: StatementData['carriedForward']
  shares: StatementShare[]
  rejected: RejectedForm[]
  /** Amounts of all the lines, in their order. */
  amounts: Cents[]
  /** Some of them come from a correction that people approved. */
  settlesCorrections: boolean
}

type LineRow = Omit<StatementLine, 'note'> &
  Omit<StatementCorrection, 'serviceLabel'> & {
    kind: LineKind
    leftCents: Cents | null
    runDueCents: Cents | null
    cap: number | null
    carriedFrom: string
    associationId: number
    proposedCorrectionId: number | null
  }

/** The parts of several associations' statements, in two queries. */
export async function loadStatementParts(
  context: IssueContext,
  associationIds: readonly number[]
): Promise<Map<number, StatementParts>> {
  const found = await rows<LineRow>(QUERY, [context.run.id, associationIds])
  const lines = Map.groupBy(found, ({ associationId }) => associationId)
  const rejected = await rejectedForms(context, associationIds)
  return new Map(
    associationIds.map((id) => [id, statementParts(lines.get(id) ?? [], rejected.get(id) ?? [])])
  )
}

function statementParts(found: readonly LineRow[], rejected: RejectedForm[]): StatementParts {
  const carried = found.find(({ kind }) => kind === 'carry_forward')
  return {
    lines: found.filter(({ kind }) => kind === 'service').map(line),
    corrections: found.filter(({ kind }) => kind === 'correction').map(correction),
    carriedForward: carried ? { fromStatement: carried.carriedFrom, amount: carried.amount } : null,
    shares: found.flatMap((one) => statementShare(one) ?? []),
    rejected,
    amounts: found.map(({ amount }) => amount),
    settlesCorrections: found.some(({ proposedCorrectionId }) => proposedCorrectionId !== null),
  }
}

function line(row: LineRow): StatementLine {
  const { reference, saisineOn, firstContactOn, lastActOn, serviceCode, serviceLabel, unit } = row
  const { quantityAsked, quantityRetained, unitAmount, reduction, amount } = row
  return {
    reference,
    saisineOn,
    firstContactOn,
    lastActOn,
    serviceCode,
    serviceLabel,
    unit,
    quantityAsked,
    quantityRetained,
    unitAmount,
    reduction,
    amount,
    note: lineNote(row),
  }
}

function correction(row: LineRow): StatementCorrection {
  const {
    reference,
    serviceLabel,
    correctsStatement,
    correctsLine,
    due,
    alreadyPaid,
    amount,
    reason,
  } = row
  return {
    reference,
    serviceLabel,
    correctsStatement,
    correctsLine,
    due,
    alreadyPaid,
    amount,
    reason,
  }
}

const QUERY = `
  SELECT l.association_id AS "associationId", l.proposed_correction_id AS "proposedCorrectionId", l.kind, s.reference, s.opened_on AS "saisineOn", f.first_contact_on AS "firstContactOn",
    f.last_act_on AS "lastActOn", l.service_code AS "serviceCode", coalesce(fee.label, old_fee.label) AS "serviceLabel",
    fee.unit, fee.cap, l.quantity_asked AS "quantityAsked", l.quantity_retained AS "quantityRetained",
    l.unit_cents AS "unitAmount", l.reduction_cents AS reduction, l.amount_cents AS amount,
    old_statement.number AS "correctsStatement", printed.number AS "correctsLine", l.due_cents AS due,
    l.already_cents AS "alreadyPaid", p.reason, carried.number AS "carriedFrom",
    shared.left_cents AS "leftCents", shared.due_cents AS "runDueCents"
  FROM settlement_lines l
  LEFT JOIN saisines s ON s.id = l.saisine_id
  LEFT JOIN return_forms f ON f.id = l.form_id
  LEFT JOIN fees fee ON fee.id = l.fee_id
  LEFT JOIN settlement_lines old ON old.id = l.corrects_line_id
  LEFT JOIN LATERAL (SELECT count(*) AS number FROM settlement_lines before
    WHERE before.run_id = old.run_id AND before.association_id = old.association_id
      AND before.kind = old.kind AND before.position <= old.position) printed ON true
  LEFT JOIN fees old_fee ON old_fee.id = old.fee_id
  LEFT JOIN statements old_statement
    ON old_statement.run_id = old.run_id AND old_statement.association_id = old.association_id
  LEFT JOIN proposed_corrections p ON p.id = l.proposed_correction_id
  LEFT JOIN statements carried ON carried.id = l.carried_statement_id
  LEFT JOIN run_shares shared ON shared.run_id = l.run_id AND l.kind = 'abatement'
  WHERE l.run_id = ? AND l.association_id = ANY(?) ORDER BY l.association_id, l.position`
