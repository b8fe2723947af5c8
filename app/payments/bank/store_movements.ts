import { ibanIndex } from '#app/network/bank_accounts/iban_vault'
import { bankAccountKey } from '#app/payments/answers/bank_account_key'
import type { BankAccountId, Movement, MovementCode } from '#app/payments/answers/account_report'
import type { BankAnswer } from '#app/payments/answers/bank_answer'
import { partsOf } from '#app/payments/bank/parts_of'
import type { Day } from '#app/shared/day'
import { maskIban } from '#app/shared/french_format'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** A line that moved money on one account. */
export interface BookedLine {
  account: BankAccountId
  movement: Movement
}

/** Only what is booked moved money: the rest is announced, and will come again. */
export function bookedLines({ reports }: BankAnswer): BookedLine[] {
  return reports.flatMap(({ account, movements }) =>
    movements.filter(isBooked).map((movement) => ({ account, movement }))
  )
}

function isBooked({ state, amount }: Movement): boolean {
  return state === 'BOOK' && amount !== 0
}

/** Those that no earlier file told. */
export async function freshLines(trx: Trx, booked: readonly BookedLine[]): Promise<BookedLine[]> {
  const prints = booked.map(({ movement }) => movement.fingerprint)
  const found = await rows<{ print: string }>(
    `SELECT encode(account_index, 'hex') || fingerprint AS print FROM bank_movements WHERE fingerprint = ANY(?)`,
    [prints],
    trx
  )
  const known = new Set(found.map(({ print }) => print))
  return booked.filter(
    ({ account, movement }) =>
      !known.has(accountIndex(account).toString('hex') + movement.fingerprint)
  )
}

function accountIndex(account: BankAccountId): Buffer {
  return ibanIndex(bankAccountKey(account))
}

function accountLabel(account: BankAccountId): string {
  if ('iban' in account) return maskIban(account.iban.slice(0, 2), account.iban.slice(-4))
  return `compte •••• ${bankAccountKey(account).slice(-4)}`
}

/** Writes lines and what they are made of, in one query; `day` dates a line that has no day. */
export async function storeMovements(
  trx: Trx,
  fileId: number,
  lines: readonly BookedLine[],
  day: Day
): Promise<void> {
  const told = lines.map(({ account, movement }, index) => ({
    position: index + 1,
    accountIndex: accountIndex(account).toString('hex'),
    accountLabel: accountLabel(account),
    fingerprint: movement.fingerprint,
    bankReference: movement.bankReference,
    bookedOn: movement.bookingDay ?? movement.valueDay ?? day,
    valueOn: movement.valueDay,
    amount: movement.amount,
    currency: movement.currency,
    code: codeOf(movement.code),
    label: movement.label,
    parts: partsOf(movement).map(({ counterpartyIban, ...part }) => ({
      ...part,
      counterpartyIndex: counterpartyIban && ibanIndex(counterpartyIban).toString('hex'),
      counterpartyLast4: counterpartyIban && counterpartyIban.slice(-4),
    })),
  }))
  await rows(
    `WITH told AS MATERIALIZED (
       SELECT * FROM jsonb_to_recordset(?::jsonb) AS l (position int, "accountIndex" text, "accountLabel" text,
         fingerprint text, "bankReference" text, "bookedOn" date, "valueOn" date, amount bigint, currency text, code text,
         label text, parts jsonb)),
     stored AS (
       INSERT INTO bank_movements (bank_file_id, position, account_index, account_label, fingerprint, bank_reference,
         booked_on, value_on, amount_cents, currency, code, label)
       SELECT ?, position, decode("accountIndex", 'hex'), "accountLabel", fingerprint, "bankReference", "bookedOn",
         "valueOn", amount, currency, code, label FROM told ORDER BY position
       RETURNING id, position)
     INSERT INTO bank_parts (movement_id, position, amount_cents, end_to_end_id, lot_id, other_references, returned,
       reason_code, reason_text, counterparty, counterparty_index, counterparty_last4, label)
     SELECT stored.id, each.rank, p.amount, p."endToEndId", p."lotId",
       ARRAY(SELECT jsonb_array_elements_text(p."otherReferences")), p.returned, p."reasonCode", p."reasonText",
       p.counterparty, decode(p."counterpartyIndex", 'hex'), p."counterpartyLast4", p.label
     FROM stored JOIN told USING (position),
       jsonb_array_elements(told.parts) WITH ORDINALITY AS each (part, rank),
       jsonb_to_record(each.part) AS p (amount bigint, "endToEndId" text, "lotId" text, "otherReferences" jsonb,
         returned boolean, "reasonCode" text, "reasonText" text, counterparty text, "counterpartyIndex" text,
         "counterpartyLast4" text, label text)
     ORDER BY stored.id, each.rank`,
    [JSON.stringify(told), fileId],
    trx
  )
}

function codeOf(code: MovementCode): string {
  if ('iso' in code) return Object.values(code.iso).join('/')
  if ('cfonb' in code) return `CFONB ${code.cfonb.interbank}`
  return code.proprietary
}
