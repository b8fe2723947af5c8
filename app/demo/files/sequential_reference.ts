import { REFERENCE_SIGNS } from '#app/demo/quarter/reference_maker'

const SIGNS = [...REFERENCE_SIGNS]
const PAIRS = SIGNS.flatMap((a) => SIGNS.map((b) => a + b))
const HALF = 0x100000 // 20 bits: four signs, two pairs

/**
 * The reference of that rank, from 0 to 2^40: no two ranks share one, without remembering any, since a
 * Feistel network only permutes what it is given.
 */
export function sequentialReference(prefix: string, rank: number): string {
  let left = Math.floor(rank / HALF)
  let right = rank % HALF
  for (let round = 1; round <= 4; round++) {
    const mixed = Math.imul(right ^ (round * 0x9e37), 0x2c1b3c6d)
    const next = left ^ ((mixed ^ (mixed >>> 15)) & (HALF - 1))
    left = right
    right = next
  }
  return prefix + fourSigns(left) + fourSigns(right)
}

function fourSigns(bits: number): string {
  return PAIRS[bits >>> 10]! + PAIRS[bits & 1023]!
}
