import type { Balance } from '#app/payments/answers/account_report'
import { cfonbAmount } from '#app/payments/answers/cfonb_amount'
import { cfonbDay } from '#app/payments/answers/cfonb_day'
import { zone, type CfonbRecord } from '#app/payments/answers/cfonb_records'
import { checkBalances } from '#app/payments/answers/check_balances'
import type { BareMovement, BareReport } from '#app/payments/answers/fingerprint'
import { readCfonbMovement } from '#app/payments/answers/read_cfonb_movement'
import { problem, type Reading } from '#app/payments/answers/reading'

/** One account from its old balance to its new one; null once a problem is recorded. */
export function readCfonbStatement(
  reading: Reading,
  records: readonly CfonbRecord[],
  where: string
): BareReport | null {
  const first = records[0]!
  const last = records.at(-1)!
  const currency = zone(first, 17, 19)
  const stray = records.find((record) => accountZones(record) !== accountZones(first))
  if (stray) {
    problem(
      reading,
      'COMPTE',
      `L’enregistrement ${stray.rank} est d’un autre compte que son relevé.`
    )
    return null
  }
  if (!/^[\dA-Z]{21}$/.test(accountZones(first))) {
    problem(reading, 'COMPTE', `Le fichier ne dit pas de quel compte il parle\u00a0: ${where}.`)
    return null
  }
  if (!/^[A-Z]{3}$/.test(currency)) {
    problem(
      reading,
      'DEVISE',
      `Devise absente ou inconnue («\u00a0${currency.trim()}\u00a0»)\u00a0: ${where}.`
    )
    return null
  }
  const movements = readMovements(reading, records.slice(1, -1))
  const opening = readBalance(reading, first)
  const closing = readBalance(reading, last)
  if (!opening || !closing || reading.problems.length > 0) return null
  const report: BareReport = {
    reference: null,
    account: {
      rib: { bank: zone(first, 3, 7), branch: zone(first, 12, 16), number: zone(first, 22, 32) },
    },
    currency,
    opening,
    closing,
    movements,
  }
  checkBalances(reading, report, where)
  return report
}

function accountZones(record: CfonbRecord): string {
  return `${zone(record, 3, 7)}${zone(record, 12, 16)}${zone(record, 22, 32)}`
}

function readBalance(reading: Reading, record: CfonbRecord): Balance | null {
  const amount = cfonbAmount(reading, record)
  const day = cfonbDay(reading, record, 35, 40)
  return amount === null ? null : { day, amount, currency: zone(record, 17, 19) }
}

/** Each movement (04) with the information records (05) that follow it. */
function readMovements(reading: Reading, records: readonly CfonbRecord[]): BareMovement[] {
  const groups: { movement: CfonbRecord; information: CfonbRecord[] }[] = []
  for (const record of records) {
    if (zone(record, 1, 2) === '04') groups.push({ movement: record, information: [] })
    else groups.at(-1)?.information.push(record)
  }
  return groups
    .map(({ movement, information }) => readCfonbMovement(reading, movement, information))
    .filter((movement) => movement !== null)
}
