// Excel keeps and shows fifteen digits; the doubles behind it have seventeen (0.1 + 0.2).
const DIGITS = 15
const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?$/i

/** A number as the workbook stores it, in plain digits with a dot; null when it is not one. */
export function excelNumber(stored: string): string | null {
  if (/^(0|-?[1-9]\d*)$/.test(stored)) return stored
  if (!NUMBER.test(stored)) return null
  const value = Number(stored)
  if (!Number.isFinite(value)) return null
  if (Number.isInteger(value)) return BigInt(value).toString()
  return plainDigits(Number(value.toPrecision(DIGITS)))
}

function plainDigits(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text
}
