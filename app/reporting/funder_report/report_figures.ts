import type { FunderSource, ServicePaid } from '#app/reporting/funder_report/funder_source'
import { paidFigures, type PaidFigures } from '#app/reporting/funder_report/paid_figures'
import type { FigureBook } from '#app/reporting/masking/figure_book'

/** The ranks of the figures of a report, as its tables name them. */
export interface ReportFigures extends PaidFigures {
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
}

/** Writes the numbers of persons of a report in the book, with all that ties them from one table to the next. */
export function reportFigures(book: FigureBook, source: FunderSource): ReportFigures {
  const paid = paidFigures(book, source)
  const { saisines, services } = paid
  for (const service of services) book.within(service, saisines)
  book.covers(saisines, services)
  // Where the barème pays it to everybody, a reader knows that each saisine had it, in each department too.
  const forAll = source.services.map((one) => one.byPerson && one.saisines === source.saisines)
  const everybody = (whole: number, parts: readonly number[]) =>
    parts.forEach((part, rank) => forAll[rank] && book.sums(whole, [part]))
  everybody(saisines, services)

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
    everybody(figure, cells)
    return { code, figure, cells }
  })
  source.services.forEach(({ beneficiaries }, rank) => {
    if (beneficiaries === null) return
    const groups = profiles.filter(({ beneficiary }) => beneficiaries.includes(beneficiary))
    book.covers(
      services[rank]!,
      groups.map(({ figure }) => figure)
    )
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

  const months = source.opened.map(({ month, count }) => ({ month, figure: book.add(count) }))
  const forms = source.forms.map(({ state, count }) => ({ state, figure: book.add(count) }))
  return {
    ...paid,
    profiles,
    facts,
    departments,
    months,
    opened: book.total(months.map(({ figure }) => figure)),
    forms,
    received: book.total(forms.map(({ figure }) => figure)),
  }
}

function crossed({ crossing }: FunderSource, department: string, service: ServicePaid): number {
  const cell = crossing.find((one) => one.department === department && one.service === service.code)
  return cell?.count ?? 0
}
