import type { FunderSource, ServicePaid } from '#app/reporting/funder_report/funder_source'
import type { FigureBook } from '#app/reporting/masking/figure_book'
import { sumCents } from '#app/shared/cents'

/** The rows of what was paid: their ranks, services in the order of the source. */
export interface PaidFigures {
  saisines: number
  services: number[]
  corrected: number
  lines: number
}

/**
 * Writes what was paid: the saisines, acts and amount of each service, which the prices tie, since a barème is public;
 * their amounts and those of corrections make the total, which the funder knows.
 */
export function paidFigures(book: FigureBook, source: FunderSource): PaidFigures {
  const everybody = book.add(source.saisines)
  const exchanges = exchangesOf(source.services)
  const services = source.services.map(({ saisines }) => book.add(saisines, exchanges))
  const amounts = source.services.flatMap((service, rank) =>
    moneyOf(book, { service, row: services[rank]!, exchanges })
  )
  const { corrections, others, paid, convention } = source
  const spent = sumCents(source.services.map(({ cents }) => cents))
  const { ceiling } = convention
  if (ceiling !== null && spent <= ceiling * source.saisines) {
    book.atMost(amounts, ceiling, everybody)
  }
  const corrected = book.add(corrections.saisines)
  if (corrections.lines > 0) {
    const strides = source.services.flatMap(({ prices }) => prices.map(({ price }) => price))
    amounts.push(book.beside(corrected, { kind: 'amount', value: corrections.cents, strides }))
  }
  book.sums(book.known(paid.cents), [...amounts, book.known(others.cents)])
  // A service of a saisine is one line: the number of lines is published too.
  const lines = book.add(
    source.services.reduce((sum, { saisines }) => sum + saisines, 0),
    exchanges
  )
  book.sums(lines, services)
  return { saisines: everybody, services, corrected, lines }
}

/** Acts of a service, at each of its prices, and what they cost; gives the rank of the amount. */
function moneyOf(
  book: FigureBook,
  { service, row, exchanges }: { service: ServicePaid; row: number; exchanges: readonly number[] }
): number[] {
  const { saisines, byPerson, cap, prices, cents } = service
  const acts = book.beside(row, { kind: 'acts', value: service.acts, strides: exchanges })
  if (byPerson && saisines === service.acts) book.sums(acts, [row])
  else if (saisines <= service.acts) book.within(row, acts)
  if (cap !== null && service.acts <= cap * saisines) book.atMost([acts], cap, row)
  if (prices.every(({ price }) => price === 0)) return []
  const parts =
    prices.length === 1
      ? [acts]
      : prices.map(({ acts: value }) =>
          book.beside(row, { kind: 'acts at a price', value, strides: [] })
        )
  if (prices.length > 1) book.sums(acts, parts)
  const strides = prices.flatMap(({ price }) => [price, ...exchanges.map((by) => by * price)])
  const amount = book.beside(row, { kind: 'amount', value: cents, strides })
  const gross = prices.reduce((sum, one) => sum + one.price * one.acts, 0)
  book.sums(amount, [
    ...parts.map((part, rank) => [part, prices[rank]!.price] as const),
    book.known(cents - gross),
  ])
  return [amount]
}

/** How many acts of one price make as much as acts of another, for each pair of prices. */
function exchangesOf(services: readonly ServicePaid[]): number[] {
  const prices = new Set(services.flatMap((one) => one.prices.map(({ price }) => price)))
  prices.delete(0)
  const exchanges = [...prices].flatMap((one) =>
    [...prices].map((other) => other / divisor(one, other))
  )
  return [...new Set(exchanges)].filter((by) => by > 1).toSorted((a, b) => a - b)
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b)
}
