import { open } from '#app/network/bank_accounts/iban_vault'
import { lotIdOf } from '#app/payments/pain001/lot_id'
import type { PaymentOrder, PaymentTransfer } from '#app/payments/pain001/payment_order'
import type { PayableStatement } from '#app/payments/orders/select_statements'
import { parisDay, parisTimestamp, type Day } from '#app/shared/day'
import { row } from '#app/shared/rows'
import type { Settings } from '#app/shared/settings'
import type { Trx } from '#app/shared/transaction'

/** The order that pays these statements, in their order; its number is taken in the transaction. */
export async function buildOrder(
  trx: Trx,
  statements: readonly PayableStatement[],
  settings: Settings,
  executionDate: Day,
  at: Date
): Promise<PaymentOrder> {
  const messageId = await nextMessageId(trx, parisDay(at))
  return {
    messageId,
    paymentInformationId: lotIdOf(messageId),
    createdAt: parisTimestamp(at),
    executionDate,
    batchBooking: settings.batchBooking,
    debtor: {
      name: settings.federation.name,
      iban: open(settings.debtorIbanCiphertext),
      bic: settings.debtorBic,
      address: settings.address,
    },
    transfers: statements.map((statement, index) => transfer(messageId, statement, index)),
  }
}

function transfer(messageId: string, statement: PayableStatement, index: number): PaymentTransfer {
  const { number, attempts, holder, bic, payableCents, conventionCode, runCode } = statement
  const { street, buildingNumber, postcode, town, country } = statement
  return {
    instructionId: `${messageId}-${String(index + 1).padStart(5, '0')}`,
    endToEndId: attempts === 0 ? number : `${number}-${attempts + 1}`,
    amount: payableCents,
    creditorName: holder,
    iban: open(statement.ibanCiphertext),
    bic,
    address: { street, buildingNumber, postcode, town, country },
    remittance: `Relevé ${number} convention ${conventionCode} campagne ${runCode}`,
  }
}

/** 'VIR-2026-0001': never used twice, whatever becomes of the file. */
async function nextMessageId(trx: Trx, today: Day): Promise<string> {
  const year = today.slice(0, 4)
  const counter = await row<{ value: number }>(
    `INSERT INTO counters (name, value) VALUES (?, 1)
     ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value`,
    [`transfer orders ${year}`],
    trx
  )
  return `VIR-${year}-${String(counter!.value).padStart(4, '0')}`
}
