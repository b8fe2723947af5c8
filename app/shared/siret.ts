const LA_POSTE_SIREN = '356000000'

/** True for 9 digits, without spaces, whose Luhn key holds. */
export function isSiren(text: string): boolean {
  return /^\d{9}$/.test(text) && text !== '000000000' && luhnSum(text) % 10 === 0
}

/**
 * True for 14 digits, without spaces, whose Luhn key holds. La Poste ran out of numbers that obey
 * Luhn: for its establishments INSEE asks instead that the sum of the digits be a multiple of 5.
 */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text) || text.startsWith('000000000')) return false
  if (luhnSum(text) % 10 === 0) return true
  return text.startsWith(LA_POSTE_SIREN) && digitSum(text) % 5 === 0
}

function luhnSum(digits: string): number {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48
    const weighted = i % 2 === 0 ? digit : digit * 2
    sum += weighted > 9 ? weighted - 9 : weighted
  }
  return sum
}

function digitSum(digits: string): number {
  let sum = 0
  for (let i = 0; i < digits.length; i++) sum += digits.charCodeAt(i) - 48
  return sum
}
