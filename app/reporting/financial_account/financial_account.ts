import { bookedLines } from '#app/reporting/financial_account/booked_lines'
import { CHARGES, PRODUITS, type BudgetLine } from '#app/reporting/financial_account/budget_lines'
import { readDraft, type FinancialDraft } from '#app/reporting/financial_account/read_draft'
import type { FunderSource } from '#app/reporting/funder_report/funder_source'
import { readFunderSource } from '#app/reporting/funder_report/read_funder_source'
import { sumCents, type Cents } from '#app/shared/cents'
import { row } from '#app/shared/rows'

export interface FinancialLine extends BudgetLine {
  planned: Cents | null
  /** In our books. */
  booked: Cents
  /** Outside our books, as people declare it. */
  declared: Cents | null
  /** booked + declared. */
  done: Cents
}

export interface FinancialAccount {
  convention: FunderSource['convention']
  year: number
  draft: FinancialDraft
  charges: FinancialLine[]
  produits: FinancialLine[]
  totals: { charges: FinancialTotal; produits: FinancialTotal }
  /** What the funder report of the same year counts: it is masked as it is there, lest one tell what the other hides. */
  source: FunderSource
  /** Received in the year, recorded, and without an entry yet. */
  waiting: { count: number; cents: Cents }
}

export type FinancialTotal = Pick<FinancialLine, 'planned' | 'booked' | 'declared' | 'done'>

/** The compte rendu financier of a convention for a civil year; null when no convention has this code. */
export async function financialAccount(
  code: string,
  year: number
): Promise<FinancialAccount | null> {
  const source = await readFunderSource(code, { from: `${year}-01-01`, until: `${year}-12-31` })
  if (!source) return null
  const { convention } = source
  const draft = await readDraft(convention.id, year)
  const booked = await bookedLines(convention.id, year)
  const waiting = await row<FinancialAccount['waiting']>(
    `SELECT count(*) AS count, coalesce(sum(amount_cents), 0)::bigint AS cents FROM living_receipts f
     WHERE convention_id = ? AND received_on BETWEEN ? AND ?
       AND NOT EXISTS (SELECT 1 FROM journal_entries e WHERE e.receipt_id = f.id)`,
    [convention.id, `${year}-01-01`, `${year}-12-31`]
  )
  const filled = (lines: readonly BudgetLine[]): FinancialLine[] =>
    lines.map((line) => {
      const { planned = null, declared = null } = draft.amounts[line.key] ?? {}
      const cents = booked.get(line.key) ?? 0
      return { ...line, planned, declared, booked: cents, done: cents + (declared ?? 0) }
    })
  const [charges, produits] = [filled(CHARGES), filled(PRODUITS)]
  return {
    convention,
    year,
    draft,
    charges,
    produits,
    totals: { charges: total(charges), produits: total(produits) },
    source,
    waiting: waiting!,
  }
}

function total(lines: readonly FinancialLine[]): FinancialTotal {
  return {
    planned: typedSum(lines.map(({ planned }) => planned)),
    booked: sumCents(lines.map(({ booked }) => booked)),
    declared: typedSum(lines.map(({ declared }) => declared)),
    done: sumCents(lines.map(({ done }) => done)),
  }
}

/** Null as long as nobody typed an amount: nothing planned is not zero planned. */
function typedSum(amounts: readonly (Cents | null)[]): Cents | null {
  const typed = amounts.filter((cents) => cents !== null)
  return typed.length === 0 ? null : sumCents(typed)
}
