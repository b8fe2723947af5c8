import type { Random } from '#app/demo/random'

/** A drawn SIRET of a first establishment, the Luhn keys of its SIREN and of itself both right. */
export function makeSiret(random: Random): string {
  const siren = withKey(`9${random.between(1_000_000, 9_999_999)}`)
  return withKey(`${siren}0001`)
}

/** The digits and the one that makes their Luhn sum a multiple of ten. */
function withKey(digits: string): string {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const weighted = i % 2 === 0 ? digit * 2 : digit
    sum += weighted > 9 ? weighted - 9 : weighted
  }
  return `${digits}${(10 - (sum % 10)) % 10}`
}
