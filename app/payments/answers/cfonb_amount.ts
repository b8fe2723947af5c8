import { MAX_AMOUNT, problem, type Reading } from '#app/payments/answers/reading'
import { zone, type CfonbRecord } from '#app/payments/answers/cfonb_records'
import type { Cents } from '#app/shared/cents'

// The last digit bears the sign (EBCDIC’s zoned decimals in ASCII). é and è are { and } in the French ISO 646.
const CREDIT = '{ABCDEFGHI'
const DEBIT = '}JKLMNOPQR'
const FRENCH_SIGNS: Readonly<Record<string, string>> = { é: '{', è: '}' }

/** The signed amount of a 01, 04 or 07 record (positions 91 to 104), in hundredths; a problem when unreadable. */
export function cfonbAmount(reading: Reading, record: CfonbRecord): Cents | null {
  const written = zone(record, 91, 104)
  const amount = hundredths(written, zone(record, 20, 20))
  if (amount === null) {
    const shown = written.trim()
    problem(
      reading,
      'MONTANT',
      `Montant illisible («\u00a0${shown}\u00a0») à l’enregistrement ${record.rank}.`
    )
  }
  return amount
}

function hundredths(written: string, decimals: string): Cents | null {
  const last = written.slice(-1)
  const sign = Object.hasOwn(FRENCH_SIGNS, last) ? FRENCH_SIGNS[last]! : last
  const credit = CREDIT.indexOf(sign)
  const debit = DEBIT.indexOf(sign)
  const digits = `${written.slice(0, -1).replace(/^ +/, '')}${Math.max(credit, debit)}`
  if ((credit < 0 && debit < 0) || !/^\d{1,14}$/.test(digits)) return null
  const size = scaled(digits, decimals)
  if (size === null || size > MAX_AMOUNT) return null
  return debit >= 0 && size !== 0 ? -size : size
}

/** Hundredths of an integer that stands for so many decimals; null when a third decimal would be lost. */
export function scaled(digits: string, decimals: string): Cents | null {
  if (!/^[0-5]$/.test(decimals)) return null
  const shift = 2 - Number(decimals)
  if (shift >= 0) return Number(digits) * 10 ** shift
  const kept = digits.slice(0, shift)
  return /[1-9]/.test(digits.slice(shift)) ? null : Number(kept)
}
