import type { Random } from '#app/demo/random'

/** No I, L, O or U: those are read as 1, 0 and V. */
export const REFERENCE_SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const LENGTH = 8

/**
 * Draws references such as "S26-7K3QF9X2", any two of them more than two edits apart, so that a typing
 * error never falls on another saisine. Two texts of one length are within two edits only when they
 * share what is left of them after taking two signs off.
 */
export function referenceMaker(random: Random, year: string): () => string {
  const taken = new Set<number>()
  const prefix = `S${year.slice(2)}-`

  return () => {
    for (;;) {
      const signs = Array.from({ length: LENGTH }, () => random.between(0, 31))
      const rests = withoutTwo(signs)
      if (rests.some((rest) => taken.has(rest))) continue
      for (const rest of rests) taken.add(rest)
      return prefix + signs.map((sign) => REFERENCE_SIGNS[sign]).join('')
    }
  }
}

/** Every way of taking two signs off, the six left packed in one whole number. */
function withoutTwo(signs: readonly number[]): number[] {
  const rests: number[] = []
  for (let i = 0; i < LENGTH; i++) {
    for (let j = i + 1; j < LENGTH; j++) {
      let rest = 0
      for (let k = 0; k < LENGTH; k++) if (k !== i && k !== j) rest = rest * 32 + signs[k]!
      rests.push(rest)
    }
  }
  return rests
}
