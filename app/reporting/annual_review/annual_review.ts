import { maskedYear, type MaskedYear } from '#app/reporting/annual_review/masked_year'
import {
  publishedFigures,
  type PublishedFigure,
} from '#app/reporting/annual_review/published_figures'
import type { ReportFrame } from '#app/reporting/documents/report_frame'
import { reportFrame } from '#app/reporting/documents/report_frame'
import { readFunderSource } from '#app/reporting/funder_report/read_funder_source'
import { reportedConventions } from '#app/reporting/funder_report/reported_conventions'
import type { FunderSource } from '#app/reporting/funder_report/funder_source'
import { sumCents, type Cents } from '#app/shared/cents'
import { refuse, type Refused } from '#app/shared/result'

export interface AnnualReview {
  year: number
  masked: MaskedYear
  /** By convention, in the order of `masked.conventions`. */
  money: {
    code: string
    title: string
    funder: string
    statements: number
    cents: Cents
    receivedCents: Cents
  }[]
  totals: { statements: number; cents: Cents; receivedCents: Cents }
  delays: { code: string; delays: FunderSource['delays'] }[]
  published: PublishedFigure[]
  frame: ReportFrame
}

/** What all the conventions did in a civil year, for the steering committee; refused when the books say otherwise. */
export async function annualReview(year: number): Promise<AnnualReview | Refused> {
  const period = { from: `${year}-01-01`, until: `${year}-12-31` }
  const sources: FunderSource[] = []
  for (const { code } of await reportedConventions()) {
    sources.push((await readFunderSource(code, period))!)
  }
  const wrong = sources.find(({ paid }) => paid.cents !== paid.bookedCents)
  if (wrong) {
    return refuse(
      'BILAN_DIFFERENT_DES_LIVRES',
      `Les lignes réglées de ${wrong.convention.code} ne font pas leurs écritures\u00a0: ce bilan ne peut pas être remis.`,
      'Lancez ./ace ledger:check, qui dit quel relevé est en cause.'
    )
  }
  const frame = await reportFrame()
  const money = sources.map(({ convention, paid, receipts }) => ({
    code: convention.code,
    title: convention.title,
    funder: convention.funder,
    statements: paid.statements,
    cents: paid.cents,
    receivedCents: receipts.cents,
  }))
  return {
    year,
    masked: maskedYear(sources, frame.threshold),
    money,
    totals: {
      statements: money.reduce((sum, { statements }) => sum + statements, 0),
      cents: sumCents(money.map(({ cents }) => cents)),
      receivedCents: sumCents(money.map(({ receivedCents }) => receivedCents)),
    },
    delays: sources.map(({ convention, delays }) => ({
      code: convention.code,
      delays: delays.filter(({ saisines }) => saisines >= frame.threshold),
    })),
    published: await publishedFigures(),
    frame: {
      ...frame,
      fictitious: frame.fictitious || sources.some(({ convention }) => convention.fictitious),
    },
  }
}
