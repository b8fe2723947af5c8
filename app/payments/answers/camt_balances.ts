import type { AccountReport, Balance } from '#app/payments/answers/account_report'
import { childrenNamed, textAt } from '#app/payments/answers/xml_fields'
import { dayAt } from '#app/payments/answers/xml_day'
import { moneyAt } from '#app/payments/answers/xml_money'
import { problem, type Reading } from '#app/payments/answers/reading'
import type { XmlElement } from '#app/payments/read_xml'

/**
 * The balances that the entries lead from and to. A statement cut in pages gives an interim one (ITBD) at the cut; a
 * bank may give the closing one of the day before (PRCD) for the opening.
 */
export function camtBalances(
  reading: Reading,
  report: XmlElement,
  where: string
): Pick<AccountReport, 'opening' | 'closing'> {
  const balances = childrenNamed(report, 'Bal').map((balance) => ({
    kind: textAt(balance, 'Tp/CdOrPrtry/Cd') ?? '',
    balance,
  }))
  const first = (kind: string) => balances.find((one) => one.kind === kind)
  const last = (kind: string) => balances.findLast((one) => one.kind === kind)
  const opening = first('OPBD') ?? first('PRCD') ?? first('ITBD')
  const closing = last('CLBD') ?? last('ITBD')
  return {
    opening: opening ? readBalance(reading, opening.balance, `${where}, solde d’ouverture`) : null,
    closing:
      closing && closing !== opening
        ? readBalance(reading, closing.balance, `${where}, solde de clôture`)
        : null,
  }
}

function readBalance(reading: Reading, balance: XmlElement, where: string): Balance | null {
  const money = moneyAt(reading, balance, 'Amt', where)
  const day = dayAt(reading, balance, ['Dt/Dt', 'Dt/DtTm'], where)
  const sense = textAt(balance, 'CdtDbtInd')
  if (sense !== 'CRDT' && sense !== 'DBIT') {
    problem(reading, 'SENS', `Ni crédit ni débit\u00a0: ${where}.`)
    return null
  }
  if (!money) return null
  const amount = sense === 'DBIT' ? -money.amount : money.amount
  return { day, amount: amount === 0 ? 0 : amount, currency: money.currency }
}
