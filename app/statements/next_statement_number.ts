import type { Day } from '#app/shared/day'
import { row } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

export interface StatementNumber {
  year: number
  sequence: number
  /** 'REL-2026-000123': it is also the EndToEndId of the transfer, so only letters, digits and dashes. */
  number: string
}

/** Takes the next number of the year: its counter stays locked until the transaction ends, so none is lost. */
export async function nextStatementNumber(trx: Trx, issuedOn: Day): Promise<StatementNumber> {
  const year = Number(issuedOn.slice(0, 4))
  const counter = await row<{ value: number }>(
    `INSERT INTO counters (name, value) VALUES (?, 1)
     ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value`,
    [`statements ${year}`],
    trx
  )
  const sequence = counter!.value
  return { year, sequence, number: `REL-${year}-${String(sequence).padStart(6, '0')}` }
}
