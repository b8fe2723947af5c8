import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAccount, type AccountLine } from '#app/demo/bank/write_account'
import { writeStatus, type ReceivedOrder, type ToldLine } from '#app/demo/bank/write_status'
import { DEMO_SETTINGS } from '#app/demo/demo_settings'
import { granted } from '#app/demo/granted'
import { importBankAnswer } from '#app/payments/bank/import_bank_answer'
import { nextTargetDay } from '#app/payments/target_calendar'
import { sumCents, type Cents } from '#app/shared/cents'
import { addDays, type Day } from '#app/shared/day'
import { row, rows } from '#app/shared/rows'

export interface PlayedAnswers {
  folder: string
  files: number
  accepted: number
  executed: number
  rejected: number
  returned: number
  /** What waits for somebody: fees and a credit that no file explains. */
  open: number
}

type ReceivedTransfer = ReceivedOrder['transfers'][number] & { association: string; holder: string }

/** What the account held before the quarter was paid: more than enough. */
const OPENING: Cents = 500_000_000

/**
 * Plays a bank: it checks the payees, accepts the order but for two closed or wrong accounts, debits the lot, and weeks
 * later gives one transfer back. Each file is written, then taken in as an office would.
 */
export async function playAnswers(
  orderId: number,
  { folder, actorId }: { folder: string; actorId: number }
): Promise<PlayedAnswers> {
  const { on, ...order } = await receivedOrder(orderId)
  const debited = nextTargetDay(on)
  const back = addDays(on, 15)
  const [closed, wrong, close, late] = others(order.transfers)
  const refused = [refusal(closed!, 'AC04'), refusal(wrong!, 'AC01')]
  const payees = order.transfers.map((one) =>
    one === close ? doubt(one) : line(one, { status: 'RCVC' })
  )
  const paid = sumCents(order.transfers.map(({ amount }) => amount)) - sumOf(refused)
  const files: [name: string, at: Day, text: string][] = [
    [
      '1-beneficiaires',
      on,
      writeStatus(order, { group: 'RVCM', lines: payees, on, name: 'VOP-1' }),
    ],
    [
      '2-compte-rendu',
      on,
      writeStatus(order, { group: 'PART', lines: refused, on, name: 'STS-1' }),
    ],
    [
      '3-releve-du-compte',
      debited,
      account('CPT-1', debited, OPENING, [
        { on: debited, amount: -paid, reference: 'DEMO-1', orderId: order.messageId },
        { on: debited, amount: -1250, reference: 'DEMO-2', label: 'FRAIS DE TENUE DE COMPTE' },
      ]),
    ],
    ['4-retour', back, account('CPT-2', back, OPENING - paid - 1250, [comeBack(late!, back)])],
  ]
  await mkdir(folder, { recursive: true })
  const total = { accepted: 0, executed: 0, rejected: 0, returned: 0 }
  for (const [name, at, text] of files) {
    const fileName = `${name}.xml`
    await writeFile(join(folder, fileName), text)
    const { moved } = granted(
      await importBankAnswer({
        bytes: Buffer.from(text),
        fileName,
        actorId,
        at: new Date(`${at}T15:00:00Z`),
      })
    )
    for (const state of Object.keys(total) as (keyof typeof total)[]) total[state] += moved[state]
  }
  const open = await row<{ n: number }>(
    'SELECT count(*) AS n FROM bank_items WHERE resolution IS NULL'
  )
  return { folder, files: files.length, ...total, open: open!.n }
}

async function receivedOrder(id: number) {
  const order = await row<{ messageId: string; on: Day }>(
    'SELECT message_id AS "messageId", execution_date AS "on" FROM transfer_orders WHERE id = ?',
    [id]
  )
  const transfers = await rows<ReceivedTransfer>(
    `SELECT t.end_to_end_id AS "endToEndId", t.instruction_id AS "instructionId", t.amount_cents AS amount,
       a.code AS association, b.holder
     FROM transfers t JOIN statements s ON s.id = t.statement_id JOIN associations a ON a.id = s.association_id
     JOIN bank_accounts b ON b.id = t.bank_account_id WHERE t.transfer_order_id = ? ORDER BY t.id`,
    [id]
  )
  return { ...order!, transfers }
}

/** The first transfer of each association but the first, whose person opens the portal. */
function others(transfers: readonly ReceivedTransfer[]): ReceivedTransfer[] {
  const first = new Map(transfers.toReversed().map((one) => [one.association, one]))
  return transfers.filter((one) => first.get(one.association) === one).slice(1)
}

function line(
  { endToEndId, instructionId, amount }: ReceivedTransfer,
  told: Omit<ToldLine, 'endToEndId' | 'instructionId' | 'amount'>
): ToldLine {
  return { endToEndId, instructionId, amount, ...told }
}

function refusal(transfer: ReceivedTransfer, reason: string): ToldLine {
  return line(transfer, { status: 'RJCT', reason })
}

function doubt(transfer: ReceivedTransfer): ToldLine {
  return line(transfer, { status: 'RVMC', words: transfer.holder.toUpperCase().slice(0, 40) })
}

function sumOf(lines: readonly ToldLine[]): Cents {
  return sumCents(lines.map(({ amount }) => amount))
}

function account(name: string, on: Day, opening: Cents, lines: readonly AccountLine[]): string {
  return writeAccount({ name, iban: DEMO_SETTINGS.debtorIban, on, opening, lines })
}

function comeBack({ endToEndId, amount }: ReceivedTransfer, on: Day): AccountLine {
  const transfers = [{ endToEndId, amount, reason: 'AC06', words: 'COMPTE BLOQUE (FICTIF)' }]
  return { on, amount, reference: 'DEMO-3', returned: true, transfers }
}
