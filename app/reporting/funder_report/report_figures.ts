import type { FunderSource, ServicePaid } from '#app/reporting/funder_report/funder_source'
import type { Spending, Usual } from '#app/reporting/masking/conceal_amounts'
import type { FigureBook } from '#app/reporting/masking/figure_book'

/** The ranks of the figures of a report, as its tables name them. */
export interface ReportFigures {
  saisines: number
  lines: number
  /** In the order of the source. */
  services: number[]
  corrected: number
  profiles: {
    beneficiary: string
    figure: number
    mandates: { mandate: string; figure: number }[]
  }[]
  facts: { code: string | null; figure: number }[]
  departments: { code: string; figure: number; cells: number[] }[]
  opened: number
  months: { month: string; figure: number }[]
  received: number
  forms: { state: FunderSource['forms'][number]['state']; figure: number }[]
  spendings: Spending[]
}

/** Writes the numbers of persons of a report in the book, with all that ties them from one table to the next. */
export function reportFigures(book: FigureBook, source: FunderSource): ReportFigures {
  const saisines = book.add(source.saisines)
  const services = source.services.map((service) => book.add(service.saisines))
  for (const service of services) book.within(service, saisines)
  book.covers(saisines, services)
  // A service of a saisine is one line: the number of lines is published too.
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
      saisines,
      parts.map(({ figure }) => figure)
    )
  }
  services.forEach((service, rank) =>
    book.sums(
      service,
      departments.map(({ cells }) => cells[rank]!)
    )
  )

  const { values } = book.figures()
  const months = source.opened.map(({ month, count }) => ({ month, figure: book.add(count) }))
  const forms = source.forms.map(({ state, count }) => ({ state, figure: book.add(count) }))
  return {
    saisines,
    lines,
    services,
    corrected,
    profiles,
    facts,
    departments,
    months,
    opened: book.total(months.map(({ figure }) => figure)),
    forms,
    received: book.total(forms.map(({ figure }) => figure)),
    spendings: [
      ...source.services.map((service, rank) => ({
        figure: services[rank]!,
        usual: usualActs(
          service,
          departments.map(({ cells, figure }) => {
            const cell = cells[rank]!
            return { figure: cell, room: values[figure]! - values[cell]! }
          })
        ),
      })),
      ...(source.corrections.saisines > 0 ? [{ figure: corrected, usual: null }] : []),
    ],
  }
}

/** What the acts of a service could be otherwise: each saisine has one at least, and no more than the cap. */
function usualActs(
  { usual, saisines, acts, byPerson, cap }: ServicePaid,
  places: { figure: number; room: number }[]
): Usual {
  const { price } = usual
  if (byPerson) return { price, lose: 0, gain: places }
  return {
    price,
    lose: Math.max(Math.min(usual.acts, acts - saisines), 0),
    gain: cap === null ? Infinity : Math.max(cap * saisines - acts, 0),
  }
}

function crossed({ crossing }: FunderSource, department: string, service: ServicePaid): number {
  const cell = crossing.find((one) => one.department === department && one.service === service.code)
  return cell?.count ?? 0
}
