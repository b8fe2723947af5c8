import type { AccountReport, BankAccountId } from '#app/payments/answers/account_report'
import type { BankFormat } from '#app/payments/answers/bank_answer'
import { camtBalances } from '#app/payments/answers/camt_balances'
import { checkBalances } from '#app/payments/answers/check_balances'
import { checkCamtTotals } from '#app/payments/answers/check_camt_totals'
import type { BareMovement, BareReport } from '#app/payments/answers/fingerprint'
import { readCamtEntry } from '#app/payments/answers/read_camt_entry'
import { problem, type Reading } from '#app/payments/answers/reading'
import { childrenNamed, textAt } from '#app/payments/answers/xml_fields'
import type { XmlElement } from '#app/payments/read_xml'

/** One Stmt or Ntfctn; null once a problem is recorded that leaves nothing to read. */
export function readCamtReport(
  reading: Reading,
  report: XmlElement,
  format: BankFormat,
  where: string
): BareReport | null {
  const account = accountOf(report)
  if (account === null) {
    problem(reading, 'COMPTE', `Le fichier ne dit pas de quel compte il parle\u00a0: ${where}.`)
    return null
  }
  const movements: BareMovement[] = []
  for (const [index, entry] of childrenNamed(report, 'Ntry').entries()) {
    const movement = readCamtEntry(reading, entry, account, `${where}, mouvement ${index + 1}`)
    if (movement) movements.push(movement)
  }
  const balances = camtBalances(reading, report, where)
  const read = {
    reference: referenceOf(report),
    account,
    currency: textAt(report, 'Acct/Ccy') ?? balances.closing?.currency ?? null,
    ...balances,
    movements,
  }
  // With an entry missing, every sum would be wrong as well: one obstacle is told, not three.
  if (reading.problems.length > 0) return read
  checkCamtTotals(reading, report, read, where)
  if (format === 'camt.053') checkBalances(reading, read, where)
  return read
}

function accountOf(report: XmlElement): BankAccountId | null {
  const iban = textAt(report, 'Acct/Id/IBAN')?.replace(/ /g, '').toUpperCase()
  if (iban !== undefined) return { iban }
  const other = textAt(report, 'Acct/Id/Othr/Id')
  return other === null ? null : { other }
}

// The pages of one statement bear the same number.
function referenceOf(report: XmlElement): AccountReport['reference'] {
  const id = textAt(report, 'Id')
  const page = textAt(report, 'StmtPgntn/PgNb', 'NtfctnPgntn/PgNb')
  return id !== null && page !== null ? `${id}, page ${page}` : id
}
