import { addFlows, flow, type Flow, type FlowSums } from '#app/ledger/flow/flow'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { row, rows } from '#app/shared/rows'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

/** The use of a convention’s money over a civil year, as the books have it. */
export interface FundFlow {
  convention: { id: number; code: string; title: string; funder: string; fictitious: boolean }
  year: number
  /** Up to the last day of the year before; in the year; up to its last day. */
  before: Flow
  during: Flow
  end: Flow
  receipts: FlowReceipt[]
  associations: AssociationFlow[]
  /** Last day closed, when it reaches the year. */
  closedUntil: Day | null
}

/** Below zero when it takes back one that was written by mistake. */
export interface FlowReceipt {
  reference: string
  receivedOn: Day
  amountCents: Cents
}

/** before + due − paid = toPay. */
export interface AssociationFlow {
  code: string
  name: string
  beforeCents: Cents
  dueCents: Cents
  paidCents: Cents
  toPayCents: Cents
}

/** Null when there is no such convention. */
export async function fundFlow(
  conventionId: number,
  year: number,
  client?: QueryClientContract
): Promise<FundFlow | null> {
  const convention = await row<FundFlow['convention']>(
    `SELECT c.id, c.code, c.title, f.name AS funder,
       c.fictitious_amounts OR coalesce((SELECT fictitious FROM settings), false) AS fictitious
     FROM conventions c JOIN funders f ON f.id = c.funder_id WHERE c.id = ?`,
    [conventionId],
    client
  )
  if (!convention) return null
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  const spans = await row<{ before: FlowSums; during: FlowSums }>(
    `SELECT ${sums(`entry_date < '${first}'`)} AS before, ${sums(`entry_date >= '${first}'`)} AS during
     FROM journal_lines WHERE convention_id = ? AND entry_date <= '${last}'`,
    [conventionId],
    client
  )
  const [before, during] = [flow(spans!.before), flow(spans!.during)]
  const closed = await row<{ until: Day | null }>(
    'SELECT max(until) AS until FROM period_closures WHERE until >= ?',
    [first],
    client
  )
  return {
    convention,
    year,
    before,
    during,
    end: addFlows(before, during),
    receipts: await receipts(conventionId, first, last, client),
    associations: await associations(conventionId, first, last, client),
    closedUntil: closed?.until ?? null,
  }
}

const side = (name: string, amount: string, of: string, when: string) =>
  `'${name}', coalesce(sum(${amount}) FILTER (WHERE ${of} AND ${when}), 0)`

function sums(when: string): string {
  return `json_build_object(${[
    side(
      'received',
      'debit_cents - credit_cents',
      `(kind = 'funder_receipt' AND debit_cents > 0 OR kind = 'receipt_reversal' AND credit_cents > 0)`,
      when
    ),
    side(
      'due',
      'debit_cents - credit_cents',
      `kind = 'statement_issue' AND auxiliary IS NULL`,
      when
    ),
    side(
      'paid',
      'credit_cents - debit_cents',
      `kind IN ('transfer_execution', 'transfer_return', 'debit_payment') AND auxiliary IS NULL`,
      when
    ),
    side('toPay', 'credit_cents - debit_cents', 'auxiliary IS NOT NULL', when),
  ].join(', ')})`
}

function receipts(conventionId: number, first: Day, last: Day, client?: QueryClientContract) {
  return rows<FlowReceipt>(
    `SELECT f.reference || CASE e.kind WHEN 'receipt_reversal' THEN ', contre-passé' ELSE '' END AS reference,
       CASE e.kind WHEN 'receipt_reversal' THEN e.entry_date ELSE f.received_on END AS "receivedOn",
       CASE e.kind WHEN 'receipt_reversal' THEN -f.amount_cents ELSE f.amount_cents END AS "amountCents"
     FROM funder_receipts f JOIN journal_entries e ON e.receipt_id = f.id
     WHERE f.convention_id = ? AND e.entry_date BETWEEN ? AND ? ORDER BY f.received_on, f.id, e.id`,
    [conventionId, first, last],
    client
  )
}

function associations(conventionId: number, first: Day, last: Day, client?: QueryClientContract) {
  return rows<AssociationFlow>(
    `SELECT *, "beforeCents" + "dueCents" - "paidCents" AS "toPayCents" FROM (
       SELECT a.code, a.name,
         coalesce(sum(credit_cents - debit_cents) FILTER (WHERE entry_date < ?), 0)::bigint AS "beforeCents",
         coalesce(sum(credit_cents - debit_cents) FILTER (WHERE entry_date >= ? AND kind = 'statement_issue'), 0)::bigint AS "dueCents",
         coalesce(sum(debit_cents - credit_cents) FILTER (WHERE entry_date >= ? AND kind <> 'statement_issue'), 0)::bigint AS "paidCents"
       FROM journal_lines l JOIN associations a ON a.id = l.association_id
       WHERE l.convention_id = ? AND l.auxiliary IS NOT NULL AND l.entry_date <= ? GROUP BY a.code, a.name) AS moved
     WHERE ("beforeCents", "dueCents", "paidCents") <> (0, 0, 0) ORDER BY code`,
    [first, first, first, conventionId, last],
    client
  )
}
