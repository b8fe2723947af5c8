import { REFERENCE_SIGNS } from '#app/demo/quarter/reference_maker'
import type { Random } from '#app/demo/random'

const PREFIX = 'S26-'.length
const LOOKALIKES = new Map(['8B', '5S', '2Z', '1T', '6G', '0D', 'VY', 'MN', '37'].flatMap(both))

/** The reference one or two edits away: it never comes back as it was. */
export function mistype(random: Random, reference: string): string {
  const end = reference.length
  // Two slips stay apart: a slip over another would make three edits, or none.
  const typed = random.chance(0.7)
    ? slip(random, reference, PREFIX, end - 2)
    : slip(random, slip(random, reference, end - 3, end - 2), PREFIX, PREFIX + 2)
  // A swap of twin signs changes nothing.
  return typed === reference ? mistype(random, reference) : typed
}

function slip(random: Random, text: string, from: number, to: number): string {
  const at = random.between(from, to)
  const sign = text[at]!
  const [before, after] = [text.slice(0, at), text.slice(at + 1)]
  switch (random.between(1, 4)) {
    case 1:
      return before + (LOOKALIKES.get(sign) ?? random.pick([...REFERENCE_SIGNS])) + after
    case 2:
      return before + after[0] + sign + after.slice(1)
    case 3:
      return before + after
    default:
      return before + sign + sign + after
  }
}

function both(pair: string): Array<readonly [string, string]> {
  const [a, b] = [pair[0]!, pair[1]!]
  return [
    [a, b],
    [b, a],
  ]
}
