import type { Cents } from '#app/shared/cents'

/** Cents of a bank message’s decimal ('50', '50.5', '50.50'), or null when it is not one. */
export function centsFromDecimal(text: string): Cents | null {
  const match = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text)
  if (!match) return null
  const [, euros = '', decimals = ''] = match
  return Number(`${euros}${decimals.padEnd(2, '0')}`)
}
