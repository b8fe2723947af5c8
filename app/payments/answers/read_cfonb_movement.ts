import type { StatusReason } from '#app/payments/answers/reason_text'
import { cfonbAmount } from '#app/payments/answers/cfonb_amount'
import { cfonbDay } from '#app/payments/answers/cfonb_day'
import { cfonbInformation } from '#app/payments/answers/cfonb_information'
import { cfonbReason } from '#app/payments/answers/cfonb_reasons'
import { zone, type CfonbRecord } from '#app/payments/answers/cfonb_records'
import { cleanText } from '#app/payments/answers/clean_text'
import type { BareMovement } from '#app/payments/answers/fingerprint'
import { problem, type Reading } from '#app/payments/answers/reading'

/** One movement (04) and its information (05); null once a problem is recorded. */
export function readCfonbMovement(
  reading: Reading,
  record: CfonbRecord,
  information: readonly CfonbRecord[]
): BareMovement | null {
  const amount = cfonbAmount(reading, record)
  const bookingDay = cfonbDay(reading, record, 35, 40)
  const currency = zone(record, 17, 19)
  if (!/^[A-Z]{3}$/.test(currency)) {
    problem(reading, 'DEVISE', `Devise absente ou inconnue à l’enregistrement ${record.rank}.`)
  }
  if (amount === null) return null
  const told = cfonbInformation(information)
  const reject = cleanText(zone(record, 41, 42))
  const rejected = reject !== null && reject !== '00'
  const returned = rejected || told.returnReason !== null
  const reference = cleanText(zone(record, 105, 120))
  const payee = { counterpartyName: told.payeeName, counterpartyIban: told.payeeIban }
  const payer = { counterpartyName: told.payerName, counterpartyIban: null }
  return {
    pmtInfId: null,
    messageId: null,
    endToEndId: null,
    instructionId: null,
    otherReferences: [...(reference === null ? [] : [reference]), ...told.references],
    // A transfer that comes back keeps its parties.
    ...(amount < 0 || returned ? payee : payer),
    label: cleanText([zone(record, 49, 79), ...told.labels].join(' ')),
    returnReason: returned ? reasonOf(told.returnReason, rejected ? reject : null) : null,
    bankReference: entryNumber(record),
    state: 'BOOK',
    bookingDay,
    valueDay: cfonbDay(reading, record, 43, 48),
    amount,
    currency,
    foreign: told.foreign,
    code: {
      cfonb: {
        interbank: cleanText(zone(record, 33, 34)) ?? '',
        internal: cleanText(zone(record, 8, 11)) ?? '',
        reject: rejected ? reject : null,
      },
    },
    reversal: false,
    returned,
    batchCount: null,
    details: [],
  }
}

/** Its words come from an information record, its code from there or, by default, from the movement. */
function reasonOf(told: StatusReason | null, reject: string | null): StatusReason {
  const code = told?.code ?? null
  return {
    code,
    proprietary: code === null && reject !== null ? cfonbReason(reject) : null,
    text: told?.text ?? null,
  }
}

function entryNumber(record: CfonbRecord): string | null {
  const number = zone(record, 82, 88).trim()
  return /^0*$/.test(number) ? null : cleanText(number)
}
