import { writeAccount, type AccountLine } from '#app/demo/bank/write_account'
import { writeStatus, type ReceivedOrder, type ToldLine } from '#app/demo/bank/write_status'
import { DEMO_SETTINGS } from '#app/demo/demo_settings'
import { granted } from '#app/demo/granted'
import { importBankAnswer, type ImportedAnswer } from '#app/payments/bank/import_bank_answer'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { row, rows } from '#app/shared/rows'
import { on, type Office } from '#tests/scenario/campaign'

let names = 0

/** An order as its bank received it. */
export async function received(orderId: number): Promise<ReceivedOrder> {
  const order = await row<{ messageId: string }>(
    'SELECT message_id AS "messageId" FROM transfer_orders WHERE id = ?',
    [orderId]
  )
  const transfers = await rows<ReceivedOrder['transfers'][number]>(
    `SELECT end_to_end_id AS "endToEndId", instruction_id AS "instructionId", amount_cents AS amount
     FROM transfers WHERE transfer_order_id = ? ORDER BY id`,
    [orderId]
  )
  return { ...order!, transfers }
}

/** The line of a pain.002 on the transfer of that reference. */
export function told(
  order: ReceivedOrder,
  endToEndId: string,
  status: string,
  more: Partial<ToldLine> = {}
): ToldLine {
  return { ...order.transfers.find((one) => one.endToEndId === endToEndId)!, status, ...more }
}

/** A pain.002 on the order. */
export function statusFile(
  order: ReceivedOrder,
  day: Day,
  group: string,
  lines: readonly ToldLine[] = []
): Buffer {
  return Buffer.from(writeStatus(order, { group, lines, on: day, name: `STS-${++names}` }))
}

/** A camt.053 of the federation’s account. */
export function accountFile(day: Day, ...lines: AccountLine[]): Buffer {
  const { debtorIban: iban } = DEMO_SETTINGS
  return Buffer.from(
    writeAccount({ name: `CPT-${++names}`, iban, on: day, opening: 10_000_000, lines })
  )
}

/** The one debit of a lot, without any detail. */
export function lotDebit(day: Day, { messageId }: ReceivedOrder, amount: Cents): AccountLine {
  return { on: day, amount: -amount, reference: `LOT-${++names}`, orderId: messageId }
}

/** A transfer that comes back. */
export function comeBack(day: Day, endToEndId: string, amount: Cents, reason: string): AccountLine {
  const transfers = [{ endToEndId, amount, reason, words: 'MOTIF FICTIF' }]
  return { on: day, amount, reference: `RET-${++names}`, returned: true, transfers }
}

/** Takes in a file of the bank on that day. */
export async function taken(
  { people: { finance } }: Pick<Office, 'people'>,
  day: Day,
  bytes: Uint8Array
): Promise<ImportedAnswer> {
  const fileName = `banque-${++names}.xml`
  return granted(await importBankAnswer({ bytes, fileName, actorId: finance.id, at: on(day) }))
}

/** Transfers: `REL-2026-000001 executed`. */
export async function transferStates(): Promise<string[]> {
  const found = await rows<{ line: string }>(
    `SELECT end_to_end_id || ' ' || state AS line FROM transfers ORDER BY id`
  )
  return found.map(({ line }) => line)
}

/** What waits for somebody: `MONTANT -12345`. */
export async function openItems(): Promise<string[]> {
  const found = await rows<{ line: string }>(
    `SELECT concat_ws(' ', i.code, p.amount_cents) AS line FROM bank_items i LEFT JOIN bank_parts p ON p.id = i.part_id
     WHERE i.resolution IS NULL ORDER BY i.id`
  )
  return found.map(({ line }) => line)
}
