import type { OpenAbatement } from '#app/ledger/closing/open_abatements'
import type { UnpaidWork } from '#app/ledger/closing/unpaid_work'
import { sumCents, type Cents } from '#app/shared/cents'

/** What a year leaves to pay to an association beyond its statements. */
export interface Accrual {
  code: string
  name: string
  saisines: number
  /** Of the amount, what was taken off statements of the year and not given back. */
  abatedCents: Cents
  amountCents: Cents
}

/** By association, in the order of their codes. */
export function accrualsOf(
  work: readonly UnpaidWork[],
  abatements: readonly OpenAbatement[]
): Accrual[] {
  const byCode = Map.groupBy([...work, ...abatements], ({ associationCode }) => associationCode)
  return [...byCode]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, due]) => accrualOf(code, due))
}

function accrualOf(code: string, due: readonly (UnpaidWork | OpenAbatement)[]): Accrual {
  const abated = due.filter((one) => 'statement' in one)
  return {
    code,
    name: due[0]!.associationName,
    saisines: due.length - abated.length,
    abatedCents: sumCents(abated.map(({ amountCents }) => amountCents)),
    amountCents: sumCents(due.map(({ amountCents }) => amountCents)),
  }
}
