import type { AnnualReview } from '#app/reporting/annual_review/annual_review'
import type { YearPart } from '#app/reporting/annual_review/masked_year'
import { codeWords, monthWords } from '#app/reporting/part_words'
import { stackedBar, stackedColumns, type Columns, type Rect } from '#app/reporting/charts'
import { inWords } from '#app/saisines/saisine_words'
import { formatAmount, formatNumber } from '#app/shared/french_format'

export interface ReviewBars {
  title: string
  bars: { label: string; text: string; rects: Rect[] }[]
}

/** The drawings of a review: what is masked has no bar. Their figures are in its tables. */
export function reviewCharts({ masked, money }: AnnualReview): {
  months: Columns
  bars: ReviewBars[]
} {
  return {
    months: stackedColumns(
      masked.months.map(({ code }) => shortMonth(code)),
      masked.months.map(({ code, count }) => [
        { value: count ?? 0, tone: 'bar', title: `${monthWords(code)}\u00a0: ${said(count)}` },
      ])
    ),
    bars: [
      bars(
        'Réglé par convention',
        money.map(({ code, cents }) => [code, cents, formatAmount(cents)])
      ),
      bars('Bénéficiaires et mandats', parts(masked.profiles, codeWords)),
      bars(
        'Faits',
        parts(masked.facts, (code) => inWords(code || null) ?? 'Non précisés')
      ),
    ],
  }
}

type Bar = [label: string, value: number, text: string]

function parts(some: readonly YearPart[], words: (code: string) => string): Bar[] {
  return some.map(({ code, count }) => [words(code), count ?? 0, said(count)])
}

function bars(title: string, some: readonly Bar[]): ReviewBars {
  const largest = Math.max(...some.map(([, value]) => value), 1)
  return {
    title,
    bars: some.map(([label, value, text]) => ({
      label,
      text,
      rects: stackedBar([{ value, tone: 'bar', title: `${label}\u00a0: ${text}` }], largest),
    })),
  }
}

function said(count: number | null): string {
  return count === null ? 'masqué' : formatNumber(count)
}

/** « avr », « juin », « juil »: as much as a column has room for. */
function shortMonth(code: string): string {
  const name = monthWords(code)
  return name.slice(0, name.startsWith('jui') ? 4 : 3)
}
