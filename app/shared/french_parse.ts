import type { Cents } from '#app/shared/cents'
import { isDay, parisDay, type Day } from '#app/shared/day'
import { MONTHS } from '#app/shared/french_format'

// Whatever is longer is prose, not a value, and is refused before any expression runs over it.
const LONGEST_VALUE = 40
const FIRST_DAY: Day = '2000-01-01'
const LAST_DAY: Day = '2100-12-31'
const LARGEST_QUANTITY = 9999
const MOST_DIGITS = 15 // beyond, a double no longer holds every integer

const ISO_WITH_TIME =
  /^(\d{4}-\d\d-\d\d)[T ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?$/
const NUMERIC_DAY = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)(?: [0-2]\d:[0-5]\d(?::[0-5]\d)?)?$/
const WORDED_DAY = /^(1er|\d{1,2})[ /-]+([a-z]{3,9})\.?[ /-]+(\d{4}|\d\d)$/
const DECIMAL = /^([-\u2212]?)(\d+|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+)(?:([.,])(\d+))?$/

const FOLDED_MONTHS = MONTHS.map(withoutAccents)

interface Decimal {
  negative: boolean
  whole: string
  fraction: string
}

/**
 * A day as offices type it (2026-11-22, 22/11/2026, 22.11.26, 1er nov. 2026, ISO with a time), day
 * before month. Null when it does not exist, is outside 2000–2100, or is not understood.
 */
export function parseFrenchDay(text: string): Day | null {
  if (text.length === 10) {
    if (isDay(text)) return plausible(text)
    if (text.charCodeAt(2) === 47 && text.charCodeAt(5) === 47) {
      return plausible(`${text.slice(6)}-${text.slice(3, 5)}-${text.slice(0, 2)}`)
    }
  }
  if (text.length > LONGEST_VALUE) return null
  const folded = withoutAccents(text).trim()
  return isoDay(folded) ?? numericDay(folded) ?? wordedDay(folded.toLowerCase())
}

/**
 * A number with a decimal comma or point, spaces between thousands, and an euro sign or none. Null
 * for "1.234" and "1,234", which are a thousand for some and one for others.
 */
export function parseFrenchNumber(text: string): number | null {
  const decimal = readDecimal(withoutEuro(text))
  if (decimal === null) return null
  const size = Number(`${decimal.whole}.${decimal.fraction}`)
  return decimal.negative && size !== 0 ? -size : size
}

/** A whole number of acts from 0 to 9999 ("2", "2,0"); null for a fraction, a sign, a currency. */
export function parseQuantity(text: string): number | null {
  if (text.length === 1) {
    const digit = text.charCodeAt(0) - 48
    return digit >= 0 && digit <= 9 ? digit : null
  }
  const decimal = readDecimal(text)
  if (decimal === null || decimal.negative || !/^0*$/.test(decimal.fraction)) return null
  const quantity = Number(decimal.whole)
  return quantity <= LARGEST_QUANTITY ? quantity : null
}

/** An amount in euros, read digit by digit into cents; null for a fraction of a cent. */
export function parseAmountCents(text: string): Cents | null {
  const decimal = readDecimal(withoutEuro(text))
  if (decimal === null || !/^\d{0,2}0*$/.test(decimal.fraction)) return null
  const size = Number(decimal.whole + decimal.fraction.slice(0, 2).padEnd(2, '0'))
  if (!Number.isSafeInteger(size)) return null
  return decimal.negative && size !== 0 ? -size : size
}

/** oui/non, o/n, vrai/faux, 1/0, and x for a ticked box, in any case; null for anything else. */
export function parseYesNo(text: string): boolean | null {
  switch (text.length > LONGEST_VALUE ? '' : text.trim().toLowerCase()) {
    case 'oui':
    case 'o':
    case 'vrai':
    case 'x':
    case '1':
      return true
    case 'non':
    case 'n':
    case 'faux':
    case '0':
      return false
    default:
      return null
  }
}

/** Lower case without accents, the rest folded to '_': "Date de saisine " → "date_de_saisine". */
export function normaliseKey(text: string): string {
  if (/^[a-z0-9]+(?:_[a-z0-9]+)*$/.test(text)) return text
  return withoutAccents(text)
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join('_')
}

function isoDay(text: string): Day | null {
  const [, day, time, offset] = ISO_WITH_TIME.exec(text) ?? [text]
  if (day === undefined) return isDay(text) ? plausible(text) : null
  if (!isDay(day) || time === undefined) return null
  // Exports write midnight in Paris as 22:00Z or 23:00Z of the day before: the offset decides.
  return plausible(offset === undefined ? day : parisDayOrNull(`${day}T${time}${offset}`))
}

function parisDayOrNull(iso: string): Day | null {
  const instant = new Date(iso)
  return Number.isNaN(instant.getTime()) ? null : parisDay(instant)
}

function numericDay(text: string): Day | null {
  const [, date, separator, month, year] = NUMERIC_DAY.exec(text) ?? []
  if (date === undefined || month === undefined || year === undefined) return null
  // 26-11-22 is a shortened ISO day for some and 26 November for others.
  if (separator === '-' && year.length === 2) return null
  return composed(year, Number(month), date)
}

function wordedDay(text: string): Day | null {
  const [, date, word, year] = WORDED_DAY.exec(text) ?? []
  if (date === undefined || word === undefined || year === undefined) return null
  const month = FOLDED_MONTHS.findIndex((name) => name.startsWith(word))
  // "jui" begins two months: an abbreviation counts only when it leaves no choice.
  if (month !== FOLDED_MONTHS.findLastIndex((name) => name.startsWith(word))) return null
  return composed(year, month + 1, date === '1er' ? '1' : date)
}

function composed(year: string, month: number, date: string): Day | null {
  const century = year.length === 2 ? '20' : ''
  return plausible(`${century}${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`)
}

function plausible(day: Day | null): Day | null {
  return day !== null && isDay(day) && day >= FIRST_DAY && day <= LAST_DAY ? day : null
}

function readDecimal(text: string): Decimal | null {
  if (text.length > LONGEST_VALUE) return null
  const [, sign, grouped, separator, fraction = ''] = DECIMAL.exec(text.trim()) ?? []
  if (sign === undefined || grouped === undefined) return null
  const whole = grouped.replace(/\D/g, '')
  if (whole.length + fraction.length > MOST_DIGITS) return null
  const maybeThousands = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(grouped)
  if (separator !== undefined && maybeThousands) return null
  return { negative: sign !== '', whole, fraction }
}

function withoutEuro(text: string): string {
  const trimmed = text.length > LONGEST_VALUE ? text : text.trim()
  return trimmed.endsWith('€') ? trimmed.slice(0, -1) : trimmed
}

function withoutAccents(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '')
}
