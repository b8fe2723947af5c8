import type { FunderSource } from '#app/reporting/funder_report/funder_source'
import { reportFigures } from '#app/reporting/funder_report/report_figures'
import { figureBook } from '#app/reporting/masking/figure_book'
import { maskWithMoney } from '#app/reporting/masking/mask_with_money'
import type { Cents } from '#app/shared/cents'

/** A number of persons as it may be shown: null when it may not. */
export type Shown = number | null

export interface MaskedReport {
  saisines: Shown
  lines: Shown
  services: { label: string; saisines: Shown; acts: Shown; cents: Cents | null }[]
  corrections: { saisines: Shown; lines: Shown; cents: Cents | null }
  /** Groups of beneficiaries, each with the mandates that it has. */
  profiles: { beneficiary: string; count: Shown; mandates: { mandate: string; count: Shown }[] }[]
  facts: { code: string | null; count: Shown }[]
  /** Counts of the services, in their order. */
  departments: { code: string; count: Shown; services: Shown[] }[]
  opened: Shown
  months: { month: string; count: Shown }[]
  received: Shown
  forms: { state: FunderSource['forms'][number]['state']; count: Shown }[]
  /** Figures that are hidden. */
  hidden: number
}

/**
 * What the report may show: all its tables are masked at once, with what ties them (docs/adr/0023). The money of a row
 * goes with its persons, and so does that of another row when the total would tell it.
 */
export function maskedReport(source: FunderSource, threshold: number): MaskedReport {
  const book = figureBook()
  const figures = reportFigures(book, source)
  const masked = maskWithMoney(book.figures(), figures, threshold)
  const { values } = book.figures()
  const shown = (figure: number): Shown => (masked.has(figure) ? null : values[figure]!)
  const beside = <Value>(figure: number, value: Value) => (masked.has(figure) ? null : value)
  const { services, corrected } = figures
  return {
    saisines: shown(figures.saisines),
    lines: shown(figures.lines),
    services: source.services.map(({ label, acts, cents }, rank) => ({
      label,
      saisines: shown(services[rank]!),
      acts: beside(services[rank]!, acts),
      cents: beside(services[rank]!, cents),
    })),
    corrections: {
      saisines: shown(corrected),
      lines: beside(corrected, source.corrections.lines),
      cents: beside(corrected, source.corrections.cents),
    },
    profiles: figures.profiles.map(({ beneficiary, figure, mandates }) => ({
      beneficiary,
      count: shown(figure),
      mandates: mandates.map((one) => ({ mandate: one.mandate, count: shown(one.figure) })),
    })),
    facts: figures.facts.map(({ code, figure }) => ({ code, count: shown(figure) })),
    departments: figures.departments.map(({ code, figure, cells }) => ({
      code,
      count: shown(figure),
      services: cells.map(shown),
    })),
    opened: shown(figures.opened),
    months: figures.months.map(({ month, figure }) => ({ month, count: shown(figure) })),
    received: shown(figures.received),
    forms: figures.forms.map(({ state, figure }) => ({ state, count: shown(figure) })),
    hidden: masked.size,
  }
}
