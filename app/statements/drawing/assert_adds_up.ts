import { sumCents } from '#app/shared/cents'
import { formatAmount } from '#app/shared/french_format'
import type { StatementData } from '#app/statements/content/statement_data'

/**
 * Throws unless a statement's total is the sum of what it lists, and is all paid or carried: a
 * document that does not add up must not exist, whoever asked for it.
 */
export function assertAddsUp(data: StatementData): void {
  const listed = sumCents([
    ...data.lines.map(({ amount }) => amount),
    ...data.corrections.map(({ amount }) => amount),
    data.carriedForward?.amount ?? 0,
    ...(data.shares ?? []).map(({ amount }) => amount),
  ])
  if (listed !== data.total) refuse(data, 'lists', listed)
  const settled = sumCents([data.payable, data.carried])
  if (settled !== data.total) refuse(data, 'pays and carries', settled)
  if (data.payable < 0) throw new RangeError(`The statement ${data.number} pays less than nothing`)
}

function refuse({ number, total }: StatementData, verb: string, found: number): never {
  throw new RangeError(
    `The statement ${number} ${verb} ${formatAmount(found)}, its total is ${formatAmount(total)}`
  )
}
