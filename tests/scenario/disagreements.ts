import { fundFlow } from '#app/ledger/flow/fund_flow'
import { annualReview } from '#app/reporting/annual_review/annual_review'
import { costByConvention } from '#app/reporting/dashboard/cost_by_convention'
import { yearFigures } from '#app/reporting/dashboard/year_figures'
import { financialAccount } from '#app/reporting/financial_account/financial_account'
import { funderReport } from '#app/reporting/funder_report/funder_report'
import { readFunderSource } from '#app/reporting/funder_report/read_funder_source'
import { sumCents, type Cents } from '#app/shared/cents'
import { isRefused } from '#app/shared/result'
import { row, rows } from '#app/shared/rows'
import { breaches } from '#tests/scenario/books'

/** Of a convention: what its statements say, its lines, and its entries, each read by itself. */
interface Truth {
  statements: number
  issued: Cents
  lines: number
  saisines: number
  booked: Cents
}

/** What an account of the money says, and what it should: the same, most of the time. */
type Said = (what: string, said: number, truth: number) => void

/**
 * Where the reports of the convention, its compte rendu, its use of funds, the review and the dashboard do not make the
 * books to the cent, or do not count their lines; with what `./ace ledger:check` finds. Nothing, at the end of any story.
 */
export async function disagreements(): Promise<string[]> {
  const found = await breaches()
  const years = await yearsTold()
  const conventions = await rows<{ id: number; code: string }>(
    `SELECT id, code FROM conventions WHERE state <> 'draft' ORDER BY code`
  )
  for (const { id, code } of conventions) {
    const say: Said = (what, said, truth) => {
      if (said !== truth) found.push(`${code}, ${what} : ${said}, et non ${truth}`)
    }
    let [charged, due, paidOut, toPay] = [0, 0, 0, 0]
    for (const year of years) {
      await sayReport(code, { id, year }, say)
      const account = (await financialAccount(code, year))!
      const flow = (await fundFlow(id, year))!
      charged += account.totals.charges.booked
      due += flow.during.due
      paidOut += flow.during.paid
      toPay = flow.end.toPay
      say(`compte rendu ${year}`, account.totals.charges.booked, flow.during.due)
      say(`produits ${year}`, account.totals.produits.booked, flow.during.received)
      say(
        `associations ${year}`,
        sumCents(flow.associations.map((one) => one.toPayCents)),
        flow.end.toPay
      )
    }
    const all = await truthOf(id, ['2000-01-01', '2100-01-01'])
    say('lignes émises, toutes années', all.issued, all.booked)
    say('charges, toutes années', charged, all.booked)
    say('dû, toutes années', due, all.booked)
    say('reste à payer', toPay, due - paidOut)
  }
  for (const year of years) await sayYear(year, found)
  return found
}

async function sayReport(code: string, { id, year }: { id: number; year: number }, say: Said) {
  const period = { from: `${year}-01-01`, until: `${year}-12-31` }
  const truth = await truthOf(id, [period.from, `${year + 1}-01-01`])
  const source = (await readFunderSource(code, period))!
  const { paid, services, corrections, others } = source
  const report = (await funderReport(code, period))!
  say(`refus du rapport ${year}`, isRefused(report) ? 1 : 0, 0)
  const detail = sumCents(services.map(({ cents }) => cents)) + corrections.cents + others.cents
  say(`rapport ${year}`, paid.cents, truth.issued)
  say(`livres du rapport ${year}`, paid.bookedCents, truth.booked)
  say(`relevés du rapport ${year}`, paid.statements, truth.statements)
  say(`lignes du rapport ${year}`, paid.lines, truth.lines)
  say(`saisines du rapport ${year}`, source.saisines, truth.saisines)
  say(`prestations du rapport ${year}`, detail, truth.issued)
  say(
    `lignes par prestation ${year}`,
    services.reduce((sum, one) => sum + one.saisines, 0),
    truth.lines
  )
  for (const parts of [source.profiles, source.facts, source.departments]) {
    const persons = parts.reduce((sum, { count }) => sum + count, 0)
    say(`parts du rapport ${year}`, persons, truth.saisines)
  }
  const [figures] = await yearFigures(id, year, year)
  say(`tableau de bord ${year}`, figures!.cents, truth.issued)
}

async function sayYear(year: number, found: string[]) {
  const review = await annualReview(year)
  if (isRefused(review)) {
    found.push(`Bilan ${year} refusé`)
    return
  }
  const { totals, money } = review
  const costs = await costByConvention(null, [year])
  for (const { code, cents } of money) {
    const cost = costs.find((one) => one.code === code)?.years[0]?.cents ?? 0
    if (cost !== cents) found.push(`${code}, coût ${year} : ${cost}, et non ${cents}`)
  }
  const [figures] = await yearFigures(null, year, year)
  if (figures!.cents !== totals.cents) {
    found.push(`Bilan ${year} : ${totals.cents}, et non ${figures!.cents}`)
  }
}

/** The years of which a statement, an entry or an instalment tells something. */
async function yearsTold(): Promise<number[]> {
  const found = await rows<{ year: number }>(
    `SELECT DISTINCT extract(year FROM day)::integer AS year FROM (
       SELECT (issued_at AT TIME ZONE 'Europe/Paris')::date AS day FROM statements
       UNION ALL SELECT entry_date FROM journal_entries UNION ALL SELECT received_on FROM funder_receipts) AS told ORDER BY 1`
  )
  return found.map(({ year }) => year)
}

/** From the first day to the other, not included. What a statement takes back of an earlier one was counted there. */
async function truthOf(conventionId: number, days: readonly [string, string]): Promise<Truth> {
  const asked = [conventionId, ...days]
  const truth = await row<Truth>(
    `WITH issued AS (SELECT st.* FROM statements st JOIN runs r ON r.id = st.run_id WHERE r.convention_id = ?
       AND (st.issued_at AT TIME ZONE 'Europe/Paris')::date >= ? AND (st.issued_at AT TIME ZONE 'Europe/Paris')::date < ?),
     lines AS (SELECT l.* FROM settlement_lines l JOIN issued i USING (run_id, association_id))
     SELECT (SELECT count(*) FROM issued) AS statements,
       (SELECT coalesce(sum(total_cents), 0) FROM issued)::bigint
         - (SELECT coalesce(sum(amount_cents), 0) FROM lines WHERE kind = 'carry_forward')::bigint AS issued,
       (SELECT count(*) FROM lines WHERE kind = 'service') AS lines,
       (SELECT count(DISTINCT saisine_id) FROM lines WHERE kind = 'service') AS saisines,
       (SELECT coalesce(sum(p.debit_cents - p.credit_cents), 0)::bigint FROM journal_entries e
         JOIN journal_postings p ON p.entry_id = e.id JOIN issued i ON i.id = e.statement_id
         WHERE e.kind = 'statement_issue' AND p.auxiliary IS NULL) AS booked`,
    asked
  )
  return truth!
}
