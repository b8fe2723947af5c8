import { ibanIndex } from '#app/network/bank_accounts/iban_vault'
import type { BankAnswer } from '#app/payments/answers/bank_answer'
import type { StatusReason } from '#app/payments/answers/reason_text'
import type { PendingStatus } from '#app/payments/bank/decide_status'
import type { Day } from '#app/shared/day'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

interface ToldStatus extends Omit<PendingStatus, 'id' | 'level'> {
  level: PendingStatus['level'] | 'check'
  saidOn: Day
  reasonCode: string | null
  reasonText: string | null
  /** With a verification of payee. */
  iban: string | null
  knownName: string | null
}

/** Lines first, then their lot, then the order: what is told one by one goes before what is told of all. */
function statusesOf(answer: BankAnswer, day: Day): ToldStatus[] {
  const { originalMessageId: orderId, kind } = answer
  const none = { orderId, lotId: null, endToEndId: null, instructionId: null, amount: null }
  const common = { ...none, currency: null, count: null, saidOn: day, iban: null, knownName: null }
  const ofChecks = answer.checks.map(
    ({ originalPmtInfId, result, trueName, iban, reasons, ...ids }): ToldStatus => ({
      ...common,
      ...ids,
      level: 'check',
      lotId: originalPmtInfId,
      status: result,
      knownName: trueName,
      iban,
      ...reasonOf(reasons),
    })
  )
  const ofTransfers = answer.statuses.map(
    ({ originalPmtInfId, executionDay, reasons, ...told }): ToldStatus => ({
      ...common,
      ...told,
      level: 'transfer',
      lotId: originalPmtInfId,
      saidOn: executionDay ?? day,
      ...reasonOf(reasons),
    })
  )
  const whole = kind === 'payee_check' ? ('check' as const) : null
  const ofLots = answer.lots.flatMap(({ originalPmtInfId, status, reasons }): ToldStatus[] =>
    status === null
      ? []
      : [
          {
            ...common,
            level: whole ?? 'lot',
            lotId: originalPmtInfId,
            status,
            ...reasonOf(reasons),
          },
        ]
  )
  const ofOrder: ToldStatus[] =
    answer.groupStatus === null
      ? []
      : [
          {
            ...common,
            level: whole ?? 'order',
            status: answer.groupStatus,
            count: answer.originalCount,
            amount: answer.originalSum,
            ...reasonOf(answer.groupReasons),
          },
        ]
  return [...ofChecks, ...ofTransfers, ...ofLots, ...ofOrder]
}

function reasonOf([reason]: readonly StatusReason[]) {
  return {
    reasonCode: reason?.code ?? reason?.proprietary ?? null,
    reasonText: reason?.text ?? null,
  }
}

/** Writes what a pain.002 says of an order and of its transfers, in one query. */
export async function storeStatuses(
  trx: Trx,
  fileId: number,
  answer: BankAnswer,
  day: Day
): Promise<void> {
  const told = statusesOf(answer, day).map(({ iban, ...one }) => ({
    ...one,
    ibanIndex: iban && ibanIndex(iban).toString('hex'),
  }))
  await rows(
    `INSERT INTO bank_statuses (bank_file_id, position, level, status, order_id, lot_id, end_to_end_id, instruction_id,
       amount_cents, currency, transfer_count, said_on, reason_code, reason_text, iban_index, known_name)
     SELECT ?, each.rank, s.level, s.status, s."orderId", s."lotId", s."endToEndId", s."instructionId", s.amount,
       s.currency, s.count, s."saidOn", s."reasonCode", s."reasonText", decode(s."ibanIndex", 'hex'), s."knownName"
     FROM jsonb_array_elements(?::jsonb) WITH ORDINALITY AS each (told, rank),
       jsonb_to_record(each.told) AS s (level text, status text, "orderId" text, "lotId" text, "endToEndId" text,
         "instructionId" text, amount bigint, currency text, count int, "saidOn" date, "reasonCode" text,
         "reasonText" text, "ibanIndex" text, "knownName" text)
     ORDER BY each.rank`,
    [fileId, JSON.stringify(told)],
    trx
  )
}
