import type { BankAccountId, MovementCode } from '#app/payments/answers/account_report'
import { entryTrail } from '#app/payments/answers/entry_trail'
import type { BareMovement } from '#app/payments/answers/fingerprint'
import { checkedDetails } from '#app/payments/answers/checked_details'
import { readCamtDetail } from '#app/payments/answers/read_camt_detail'
import { problem, type Reading } from '#app/payments/answers/reading'
import { childrenNamed, elementAt, referenceAt, textAt } from '#app/payments/answers/xml_fields'
import { dayAt } from '#app/payments/answers/xml_day'
import { moneyAt, type Money } from '#app/payments/answers/xml_money'
import type { XmlElement } from '#app/payments/read_xml'

/** One entry (Ntry) of a camt, or null once a problem is recorded. */
export function readCamtEntry(
  reading: Reading,
  entry: XmlElement,
  account: BankAccountId,
  where: string
): BareMovement | null {
  const money = moneyAt(reading, entry, 'Amt', where)
  const sense = textAt(entry, 'CdtDbtInd')
  if (sense !== 'CRDT' && sense !== 'DBIT') {
    problem(reading, 'SENS', `Ni crédit ni débit\u00a0: ${where}.`)
    return null
  }
  if (!money) {
    if (!elementAt(entry, 'Amt')) problem(reading, 'MONTANT', `Aucun montant\u00a0: ${where}.`)
    return null
  }
  // .08 wraps the status in a choice, .02 writes it bare.
  const state = textAt(entry, 'Sts/Cd', 'Sts/Prtry', 'Sts')
  if (state === null) {
    problem(reading, 'STATUT', `Ni comptabilisé ni annoncé\u00a0: ${where}.`)
    return null
  }
  const amount = signed(money.amount, sense)
  const code = codeOf(entry)
  const returned = isReturnCode(code)
  const blocks = childrenNamed(entry, 'NtryDtls')
  const read = blocks.flatMap((block) =>
    childrenNamed(block, 'TxDtls').map((line) =>
      readCamtDetail(reading, { line, block, account, sense, returned, where })
    )
  )
  const details = checkedDetails(reading, read, { amount, currency: money.currency }, where)
  return {
    ...entryTrail(entry, blocks, read),
    bankReference: referenceAt(entry, 'AcctSvcrRef'),
    state,
    bookingDay: dayAt(reading, entry, ['BookgDt/Dt', 'BookgDt/DtTm'], where),
    valueDay: dayAt(reading, entry, ['ValDt/Dt', 'ValDt/DtTm'], where),
    amount,
    currency: money.currency,
    foreign: foreignOf(reading, entry, money, where),
    code,
    reversal: textAt(entry, 'RvslInd') === 'true' || textAt(entry, 'RvslInd') === '1',
    returned: returned || read.some((detail) => detail.returned),
    batchCount: batchCount(blocks),
    details,
  }
}

function signed(amount: number, sense: 'CRDT' | 'DBIT'): number {
  return sense === 'DBIT' && amount !== 0 ? -amount : amount
}

function codeOf(entry: XmlElement): MovementCode {
  const domain = textAt(entry, 'BkTxCd/Domn/Cd')
  if (domain === null) return { proprietary: textAt(entry, 'BkTxCd/Prtry/Cd') ?? '' }
  return {
    iso: {
      domain,
      family: textAt(entry, 'BkTxCd/Domn/Fmly/Cd') ?? '',
      subfamily: textAt(entry, 'BkTxCd/Domn/Fmly/SubFmlyCd') ?? '',
    },
  }
}

function isReturnCode(code: MovementCode): boolean {
  return 'iso' in code && code.iso.subfamily === 'RRTN'
}

// What was ordered, when it was ordered in another currency than the account’s.
function foreignOf(
  reading: Reading,
  entry: XmlElement,
  booked: Money,
  where: string
): Money | null {
  const lines = childrenNamed(elementAt(entry, 'NtryDtls'), 'TxDtls')
  const line = lines.length === 1 ? lines[0]! : null
  const ordered =
    moneyAt(reading, entry, 'AmtDtls/InstdAmt/Amt', where) ??
    moneyAt(reading, line, 'AmtDtls/InstdAmt/Amt', where)
  return ordered && ordered.currency !== booked.currency ? ordered : null
}

function batchCount(blocks: readonly XmlElement[]): number | null {
  const counts = blocks
    .map((block) => textAt(block, 'Btch/NbOfTxs'))
    .filter((written) => written !== null && /^\d{1,9}$/.test(written))
    .map(Number)
  return counts.length === 0 ? null : counts.reduce((total, count) => total + count, 0)
}
