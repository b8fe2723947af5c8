import { cleanText } from '#app/payments/answers/clean_text'
import { MAX_AMOUNT, problem, type Reading } from '#app/payments/answers/reading'
import { elementAt } from '#app/payments/answers/xml_fields'
import type { XmlElement } from '#app/payments/read_xml'
import type { Cents } from '#app/shared/cents'

export interface Money {
  /** Hundredths of the currency. */
  amount: Cents
  /** ISO 4217, any. */
  currency: string
}

/** Hundredths of a decimal such as '50', '50.5' or '50.50000'; null on anything else, or above the limit. */
export function centsOfDecimal(text: string): Cents | null {
  const match = /^(\d{1,18})(?:\.(\d{1,5}))?$/.exec(text)
  if (!match) return null
  const [, units = '', decimals = ''] = match
  if (/[1-9]/.test(decimals.slice(2))) return null
  const cents = Number(`${units}${decimals.slice(0, 2).padEnd(2, '0')}`)
  return cents <= MAX_AMOUNT ? cents : null
}

/** The amount at a path, or null when the element is absent; a problem when it is there and unreadable. */
export function moneyAt(
  reading: Reading,
  from: XmlElement | null,
  path: string,
  where: string
): Money | null {
  const found = elementAt(from, path)
  if (!found) return null
  const written = cleanText(found.text) ?? ''
  const amount = centsOfDecimal(written)
  const currency = cleanText(found.attributes['Ccy']) ?? ''
  if (amount === null) {
    problem(
      reading,
      'MONTANT',
      `Montant illisible ou démesuré («\u00a0${shown(written)}\u00a0»)\u00a0: ${where}.`
    )
  } else if (!/^[A-Z]{3}$/.test(currency)) {
    problem(
      reading,
      'DEVISE',
      `Devise absente ou inconnue («\u00a0${shown(currency)}\u00a0»)\u00a0: ${where}.`
    )
  } else {
    return { amount, currency }
  }
  return null
}

function shown(written: string): string {
  return written.length > 30 ? `${written.slice(0, 30)}…` : written
}
