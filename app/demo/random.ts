/** A stream of draws that a seed decides entirely: the same seed gives the same demo on any machine. */
export interface Random {
  /** In [0, 1). */
  unit(): number
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** One of the values, each as often as its weight says; weights need not sum to one. */
  weighted<T>(shares: ReadonlyArray<readonly [value: T, weight: number]>): T
  shuffled<T>(items: readonly T[]): T[]
}

/** sfc32, seeded by a text: independent parts of the demo draw from seeds such as "7/network". */
export function createRandom(seed: string): Random {
  const unit = sfc32(seed)
  const below = (n: number) => Math.floor(unit() * n)

  function pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new RangeError('Nothing to pick from')
    return items[below(items.length)]!
  }

  function weighted<T>(shares: ReadonlyArray<readonly [T, number]>): T {
    let left = unit() * shares.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [value, weight] of shares) {
      left -= weight
      if (left < 0) return value
    }
    return pick(shares)[0]
  }

  function shuffled<T>(items: readonly T[]): T[] {
    const order = [...items]
    for (let i = order.length - 1; i > 0; i--) {
      const j = below(i + 1)
      const moved = order[i]!
      order[i] = order[j]!
      order[j] = moved
    }
    return order
  }

  return {
    unit,
    between: (least, most) => least + below(most - least + 1),
    chance: (probability) => unit() < probability,
    pick,
    weighted,
    shuffled,
  }
}

/** Chris Doty-Humphrey's small fast counting generator, its state filled from an FNV-1a hash. */
function sfc32(seed: string): () => number {
  let [a, b, c, counter] = [hash(seed, 1), hash(seed, 2), hash(seed, 3), 1]
  const next = () => {
    const sum = (a + b + counter++) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return (sum >>> 0) / 4_294_967_296
  }
  for (let i = 0; i < 15; i++) next()
  return next
}

function hash(text: string, salt: number): number {
  let h = 2_166_136_261 ^ salt
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16_777_619)
  return h | 0
}
