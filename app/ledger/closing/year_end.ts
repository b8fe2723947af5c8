import { accrualsOf, type Accrual } from '#app/ledger/closing/accruals'
import { openAbatements, type OpenAbatement } from '#app/ledger/closing/open_abatements'
import { unpaidWork, type UnpaidWork } from '#app/ledger/closing/unpaid_work'
import { fundFlow } from '#app/ledger/flow/fund_flow'
import { sumCents, type Cents } from '#app/shared/cents'
import { row } from '#app/shared/rows'

/** What a convention leaves at the end of a civil year: work to accrue, and money to carry or to give back. */
export interface YearEnd {
  convention: { id: number; code: string; title: string }
  year: number
  work: UnpaidWork[]
  /** What shared envelopes took off the statements of that work, and nothing gave back by then. */
  abatements: OpenAbatement[]
  accruals: Accrual[]
  accruedCents: Cents
  /** Saisines opened by then that no retained form answers: nobody can price them yet. */
  unanswered: number
  /** Received and not due by the end of the year, in the books. */
  leftCents: Cents
  /** What is left once the work is accrued: a choice is about it. Zero when nothing is left. */
  toDecideCents: Cents
  choice: YearEndChoice | null
}

/** The last that was recorded. */
export interface YearEndChoice {
  choice: 'dedicated' | 'returned'
  leftCents: Cents
  reason: string
  who: string
  at: Date
}

/** Null when there is no such convention. */
export async function yearEnd(conventionId: number, year: number): Promise<YearEnd | null> {
  const flow = await fundFlow(conventionId, year)
  if (!flow) return null
  const { id, code, title } = flow.convention
  const work = await unpaidWork(conventionId, `${year}-12-31`)
  const abatements = await openAbatements(conventionId, `${year}-12-31`)
  const accruedCents = sumCents([...work, ...abatements].map(({ amountCents }) => amountCents))
  return {
    convention: { id, code, title },
    year,
    work,
    abatements,
    accruals: accrualsOf(work, abatements),
    accruedCents,
    unanswered: await unanswered(conventionId, year),
    leftCents: flow.end.left,
    toDecideCents: Math.max(flow.end.left - accruedCents, 0),
    choice: await lastChoice(conventionId, year),
  }
}

async function unanswered(conventionId: number, year: number): Promise<number> {
  const found = await row<{ n: number }>(
    `SELECT count(*) AS n FROM saisines s WHERE convention_id = ? AND opened_on <= ? AND NOT EXISTS (
       SELECT 1 FROM form_outcomes o WHERE o.saisine_id = s.id AND o.outcome = 'RETENUE')`,
    [conventionId, `${year}-12-31`]
  )
  return found!.n
}

function lastChoice(conventionId: number, year: number): Promise<YearEndChoice | null> {
  return row<YearEndChoice>(
    `SELECT y.choice, y.left_cents AS "leftCents", y.reason, u.full_name AS who, y.decided_at AS at
     FROM year_end_choices y JOIN users u ON u.id = y.decided_by
     WHERE y.convention_id = ? AND y.year = ? ORDER BY y.id DESC LIMIT 1`,
    [conventionId, year]
  )
}
