import type { FunderSource, ServicePaid } from '#app/reporting/funder_report/funder_source'
import { figureBook } from '#app/reporting/masking/figure_book'
import { rowToConceal, type Spending } from '#app/reporting/masking/conceal_amounts'
import { maskFigures } from '#app/reporting/masking/mask_figures'
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
  const everybody = book.add(source.saisines)

  const services = source.services.map(({ saisines }) => book.add(saisines))
  for (const service of services) book.within(service, everybody)
  book.covers(everybody, services)
  const lines = book.total(services)
  const corrected = book.add(source.corrections.saisines)

  const profiles = [...Map.groupBy(source.profiles, (one) => one.beneficiary)].map(
    ([beneficiary, parts]) => {
      const mandates = parts.map(({ mandate, count }) => ({ mandate, figure: book.add(count) }))
      return { beneficiary, mandates, figure: book.total(mandates.map(({ figure }) => figure)) }
    }
  )
  const facts = source.facts.map(({ code, count }) => ({ code, figure: book.add(count) }))
  const departments = source.departments.map(({ code, count }) => {
    const figure = book.add(count)
    const cells = source.services.map((service) => book.add(crossed(source, code, service)))
    for (const cell of cells) book.within(cell, figure)
    book.covers(figure, cells)
    return { code, figure, cells }
  })
  for (const parts of [profiles, facts, departments]) {
    book.sums(
      everybody,
      parts.map(({ figure }) => figure)
    )
  }
  services.forEach((service, rank) =>
    book.sums(
      service,
      departments.map(({ cells }) => cells[rank]!)
    )
  )

  const months = source.opened.map(({ month, count }) => ({ month, figure: book.add(count) }))
  const opened = book.total(months.map(({ figure }) => figure))
  const forms = source.forms.map(({ state, count }) => ({ state, figure: book.add(count) }))
  const received = book.total(forms.map(({ figure }) => figure))

  const spendings: Spending[] = [
    ...source.services.map(({ usual }, rank) => ({ figure: services[rank]!, usual })),
    ...(source.corrections.saisines > 0 ? [{ figure: corrected, usual: null }] : []),
  ]
  const forced = new Set<number>()
  let masked = maskFigures(book.figures(), threshold)
  for (;;) {
    const more = rowToConceal(spendings, masked)
    if (more === null) break
    forced.add(more)
    masked = maskFigures(book.figures(), threshold, forced)
  }

  const shown = (figure: number): Shown =>
    masked.has(figure) ? null : book.figures().values[figure]!
  const beside = <Value>(figure: number, value: Value) => (masked.has(figure) ? null : value)
  return {
    saisines: shown(everybody),
    lines: shown(lines),
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
    profiles: profiles.map(({ beneficiary, figure, mandates }) => ({
      beneficiary,
      count: shown(figure),
      mandates: mandates.map((one) => ({ mandate: one.mandate, count: shown(one.figure) })),
    })),
    facts: facts.map(({ code, figure }) => ({ code, count: shown(figure) })),
    departments: departments.map(({ code, figure, cells }) => ({
      code,
      count: shown(figure),
      services: cells.map(shown),
    })),
    opened: shown(opened),
    months: months.map(({ month, figure }) => ({ month, count: shown(figure) })),
    received: shown(received),
    forms: forms.map(({ state, figure }) => ({ state, count: shown(figure) })),
    hidden: masked.size,
  }
}

function crossed({ crossing }: FunderSource, department: string, service: ServicePaid): number {
  const cell = crossing.find((one) => one.department === department && one.service === service.code)
  return cell?.count ?? 0
}
