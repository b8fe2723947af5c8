import { problem, type Reading } from '#app/payments/answers/reading'
import type { BareMovement, BareReport } from '#app/payments/answers/fingerprint'
import { elementAt, textAt } from '#app/payments/answers/xml_fields'
import { centsOfDecimal } from '#app/payments/answers/xml_money'
import type { XmlElement } from '#app/payments/read_xml'
import { sumCents } from '#app/shared/cents'
import { formatAmount, plural } from '#app/shared/french_format'

const TOTALS = [
  { name: 'TtlNtries', label: 'en tout', counts: () => true },
  { name: 'TtlCdtNtries', label: 'au crédit', counts: ({ amount }: BareMovement) => amount > 0 },
  { name: 'TtlDbtNtries', label: 'au débit', counts: ({ amount }: BareMovement) => amount < 0 },
] as const

/** Compares the totals that the statement announces (TxsSummry) with its entries. */
export function checkCamtTotals(
  reading: Reading,
  report: XmlElement,
  { movements }: BareReport,
  where: string
): void {
  const summary = elementAt(report, 'TxsSummry')
  for (const { name, label, counts } of TOTALS) {
    const counted = movements.filter(counts)
    checkTotal(reading, elementAt(summary, name), counted, `${where}, ${label}`)
  }
}

function checkTotal(
  reading: Reading,
  total: XmlElement | null,
  counted: readonly BareMovement[],
  where: string
): void {
  const declared = textAt(total, 'NbOfNtries')
  // Some banks count the transactions instead of the entries.
  const lines = counted.reduce((sum, { details }) => sum + Math.max(1, details.length), 0)
  if (declared !== null && Number(declared) !== counted.length && Number(declared) !== lines) {
    const gap = `${plural(counted.length, 'mouvement')} au lieu de ${declared}`
    problem(reading, 'TOTAUX', `Le relevé n’est pas entier (${where})\u00a0: ${gap}.`)
  }
  const announced = centsOfDecimal(textAt(total, 'Sum') ?? '')
  const oneCurrency = new Set(counted.map(({ currency }) => currency)).size <= 1
  const sum = sumCents(counted.map(({ amount }) => Math.abs(amount)))
  if (announced !== null && oneCurrency && announced !== sum) {
    const gap = `${formatAmount(sum)} de mouvements au lieu de ${formatAmount(announced)}`
    problem(reading, 'TOTAUX', `Le relevé n’est pas entier (${where})\u00a0: ${gap}.`)
  }
}
