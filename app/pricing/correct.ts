import type { PricedLine } from '#app/pricing/price'
import { sumCents, type Cents } from '#app/shared/cents'

/** A line already issued: an original, or a correction of one. */
export interface IssuedLine {
  readonly id: number
  readonly serviceCode: string
  readonly amount: Cents
  readonly correctsLineId: number | null
}

/** What a service of one form still lacks (+) or was paid too much (−): amount = due − alreadyPaid. */
export interface CorrectionDue {
  readonly serviceCode: string
  /** The original line of the service; null when the service was never issued. */
  readonly correctsLineId: number | null
  readonly due: Cents
  readonly alreadyPaid: Cents
  readonly amount: Cents
}

/**
 * Compares, service by service, what one form is worth with all the lines issued for it. Services due
 * come first, in their order, then those no longer due; a service that is even is left out.
 */
export function correctionsFor(
  due: readonly PricedLine[],
  issued: readonly IssuedLine[]
): CorrectionDue[] {
  const history = issued.toSorted((a, b) => a.id - b.id)
  const services = new Set([...due, ...history].map(({ serviceCode }) => serviceCode))
  return Array.from(services, (serviceCode) => {
    const paid = history.filter((line) => line.serviceCode === serviceCode)
    return correction(
      serviceCode,
      total(due.filter((line) => line.serviceCode === serviceCode)),
      paid
    )
  }).filter(({ amount }) => amount !== 0)
}

function correction(serviceCode: string, due: Cents, paid: readonly IssuedLine[]): CorrectionDue {
  const alreadyPaid = total(paid)
  const original = paid.find(({ correctsLineId }) => correctsLineId === null)
  return {
    serviceCode,
    correctsLineId: original?.id ?? null,
    due,
    alreadyPaid,
    amount: due - alreadyPaid,
  }
}

function total(lines: readonly { readonly amount: Cents }[]): Cents {
  return sumCents(lines.map(({ amount }) => amount))
}
