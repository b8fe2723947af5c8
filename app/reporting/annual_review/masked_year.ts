import type { FunderSource } from '#app/reporting/funder_report/funder_source'
import type { Shown } from '#app/reporting/funder_report/masked_report'
import { maskReport } from '#app/reporting/funder_report/mask_report'
import { reportFigures, type ReportFigures } from '#app/reporting/funder_report/report_figures'
import { figureBook, type FigureBook } from '#app/reporting/masking/figure_book'
import { maskFigures } from '#app/reporting/masking/mask_figures'

/** A count of one kind over all the conventions, by its code. */
export interface YearPart {
  code: string
  count: Shown
}

/** What the review of a year may show of all the conventions together. */
export interface MaskedYear {
  conventions: { code: string; opened: Shown; received: Shown; saisines: Shown }[]
  opened: Shown
  received: Shown
  saisines: Shown
  months: YearPart[]
  profiles: YearPart[]
  facts: YearPart[]
  departments: YearPart[]
  hidden: number
}

/**
 * The totals of the year are masked together with the reports of its conventions, as each is given to its funder: what a
 * report hides is not the difference of the review and of the other reports.
 */
export function maskedYear(sources: readonly FunderSource[], threshold: number): MaskedYear {
  const book = figureBook()
  const hidden = new Set<number>()
  const told = new Set<number>()
  const reports = sources.map((source) => {
    const alone = figureBook()
    const parts = reportFigures(alone, source)
    const known = alone.figures()
    const { masked } = maskReport(known, parts, threshold)
    const before = book.size()
    const figures = reportFigures(book, source)
    known.figures.forEach(({ row }, rank) => {
      if (!masked.has(row)) told.add(before + rank)
      else if (rank === row) hidden.add(before + rank)
    })
    return figures
  })
  const ours = book.size()
  const over = (one: (report: ReportFigures) => number) => book.total(reports.map(one))
  const totals = {
    opened: over((one) => one.opened),
    received: over((one) => one.received),
    saisines: over((one) => one.saisines),
  }
  const parts = {
    months: addUp(
      book,
      totals.opened,
      reports.map(({ months }) => months.map(({ month, figure }) => ({ code: month, figure })))
    ),
    profiles: addUp(
      book,
      totals.saisines,
      reports.map(({ profiles }) => profiles.flatMap(profileParts))
    ),
    facts: addUp(
      book,
      totals.saisines,
      reports.map(({ facts }) => facts.map(({ code, figure }) => ({ code: code ?? '', figure })))
    ),
    departments: addUp(
      book,
      totals.saisines,
      reports.map(({ departments }) => departments)
    ),
  }
  const known = book.figures()
  const { masked, proven } = maskFigures(known, threshold, hidden, told)
  // Failing a proof, the review says no more than the reports: its own totals are hidden, but for zeros.
  const shown = (figure: number): Shown => {
    const { value } = known.figures[figure]!
    return masked.has(figure) || (!proven && figure >= ours && value > 0) ? null : value
  }
  const list = (some: Part[]): YearPart[] =>
    some.map(({ code, figure }) => ({ code, count: shown(figure) }))
  return {
    conventions: reports.map((figures, rank) => ({
      code: sources[rank]!.convention.code,
      opened: shown(figures.opened),
      received: shown(figures.received),
      saisines: shown(figures.saisines),
    })),
    opened: shown(totals.opened),
    received: shown(totals.received),
    saisines: shown(totals.saisines),
    months: list(parts.months),
    profiles: list(parts.profiles),
    facts: list(parts.facts),
    departments: list(parts.departments),
    hidden: masked.size - hidden.size,
  }
}

interface Part {
  code: string
  figure: number
}

/** One figure a code over all the reports, and their sum, which is known already. */
function addUp(book: FigureBook, total: number, lists: readonly (readonly Part[])[]): Part[] {
  const byCode = Map.groupBy(lists.flat(), ({ code }) => code)
  const parts = Array.from(byCode, ([code, same]) => ({
    code,
    figure: book.total(same.map(({ figure }) => figure)),
  })).toSorted((a, b) => (a.code < b.code ? -1 : 1))
  book.sums(
    total,
    parts.map(({ figure }) => figure)
  )
  return parts
}

/** Élus by mandate, and each other group whole. */
function profileParts({ beneficiary, mandates }: ReportFigures['profiles'][number]): Part[] {
  return mandates.map(({ mandate, figure }) => ({
    code: mandate === '' ? beneficiary : `${beneficiary} ${mandate}`,
    figure,
  }))
}
