const LETTERS = 26

/** Codes in their order: AA, AB… AZ, BA… ZZ, AAA… Throws unless the rank is a whole number from 1. */
export function letteringCode(rank: number): string {
  if (!Number.isSafeInteger(rank) || rank < 1) throw new RangeError(`Not a rank: ${rank}`)
  let length = 2
  let rest = rank - 1
  while (rest >= LETTERS ** length) rest -= LETTERS ** length++
  let code = ''
  for (let place = 0; place < length; place++) {
    code = String.fromCodePoint(65 + (rest % LETTERS)) + code
    rest = Math.floor(rest / LETTERS)
  }
  return code
}
