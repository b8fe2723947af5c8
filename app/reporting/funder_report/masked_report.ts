import type { FunderSource } from '#app/reporting/funder_report/funder_source'
import { maskReport } from '#app/reporting/funder_report/mask_report'
import { reportFigures } from '#app/reporting/funder_report/report_figures'
import { figureBook } from '#app/reporting/masking/figure_book'
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
  /** Numbers of persons that are hidden. */
  hidden: number
  /** False when so little was paid that the total alone would tell it: then nothing of it is detailed. */
  detailed: boolean
}

/**
 * What the report may show: all its tables are masked at once, with what ties them (docs/adr/0023). What stands on the
 * row of a number of persons goes with it.
 */
export function maskedReport(source: FunderSource, threshold: number): MaskedReport {
  const book = figureBook()
  const figures = reportFigures(book, source)
  const known = book.figures()
  const { masked, proven } = maskReport(known, figures, threshold)
  const shown = (figure: number): Shown =>
    masked.has(figure) ? null : known.figures[figure]!.value
  const beside = <Value>(figure: number, value: Value) => (masked.has(figure) ? null : value)
  const { services, corrected } = figures
  const detail = <Row>(rows: Row[]) => (proven ? rows : [])
  return {
    saisines: shown(figures.saisines),
    lines: shown(figures.lines),
    services: detail(source.services).map(({ label, acts, cents }, rank) => ({
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
    profiles: detail(figures.profiles).map(({ beneficiary, figure, mandates }) => ({
      beneficiary,
      count: shown(figure),
      mandates: mandates.map((one) => ({ mandate: one.mandate, count: shown(one.figure) })),
    })),
    facts: detail(figures.facts).map(({ code, figure }) => ({ code, count: shown(figure) })),
    departments: detail(figures.departments).map(({ code, figure, cells }) => ({
      code,
      count: shown(figure),
      services: cells.map(shown),
    })),
    opened: shown(figures.opened),
    months: figures.months.map(({ month, figure }) => ({ month, count: shown(figure) })),
    received: shown(figures.received),
    forms: figures.forms.map(({ state, figure }) => ({ state, count: shown(figure) })),
    hidden: masked.size,
    detailed: proven,
  }
}
